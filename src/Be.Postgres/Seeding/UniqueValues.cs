namespace Be.Postgres.Seeding;

/// <summary>Values of which no two rows share one; where rows are somebody's, no two of the same owner.</summary>
/// <param name="isOwned">Whether each owner has values of their own.</param>
/// <param name="values">What makes them, repeated ones too.</param>
/// <param name="another">The n-th of all values that the type has, near to one that is taken; null when there are no more.</param>
internal sealed class UniqueValues(bool isOwned, IValues values, Func<object, long, object?> another) : IValues
{
    private const int Tries = 4;

    private readonly Dictionary<Guid, Taken> byOwner = [];

    public bool TryNext(SeedRow row, out object? value)
    {
        var owner = isOwned ? row.Owner ?? Guid.Empty : Guid.Empty;
        if (!byOwner.TryGetValue(owner, out var taken))
            byOwner.Add(owner, taken = new Taken());
        value = null;
        for (var i = 0; i < Tries; i++)
        {
            if (!values.TryNext(row, out value))
                return false;
            if (taken.Values.Add(value!))
                return true;
        }
        var near = value!;
        do
        {
            value = another(near, ++taken.Count);
        } while (value is not null && !taken.Values.Add(value));
        return value is not null;
    }

    private sealed class Taken
    {
        public HashSet<object> Values { get; } = [];
        public long Count { get; set; }
    }
}
