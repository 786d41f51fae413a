namespace Be.Postgres.Seeding;

/// <summary>Makes the values of one column, row by row.</summary>
internal interface IValues
{
    /// <summary>The value of a row.</summary>
    /// <returns>Whether there is one: a unique column of three values has no fourth.</returns>
    bool TryNext(SeedRow row, out object? value);
}
