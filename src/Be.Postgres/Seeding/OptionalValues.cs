using Bogus;

namespace Be.Postgres.Seeding;

/// <summary>Values of a column that may be null: every fifth is, and those that are not to be had.</summary>
internal sealed class OptionalValues(Randomizer random, IValues values) : IValues
{
    public bool TryNext(SeedRow row, out object? value)
    {
        if (random.Bool(0.2f) || !values.TryNext(row, out value))
            value = null;
        return true;
    }
}
