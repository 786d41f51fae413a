namespace Be.Postgres.Seeding;

/// <summary>Values that may repeat.</summary>
internal sealed class FreeValues(Func<SeedRow, object> make) : IValues
{
    public bool TryNext(SeedRow row, out object? value)
    {
        value = make(row);
        return true;
    }
}
