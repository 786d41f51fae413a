using Bogus;

namespace Be.Postgres.Seeding;

/// <summary>Ids of rows that are there and were made before, of the same owner; where it is unique, each of them once.</summary>
/// <param name="random">What picks them.</param>
/// <param name="targets">What may be referred to; grows while a table refers to itself.</param>
/// <param name="isUnique">Whether no two rows may refer to the same.</param>
internal sealed class ReferenceValues(Randomizer random, RowIds targets, bool isUnique) : IValues
{
    private readonly Dictionary<Guid, int> taken = [];

    public bool TryNext(SeedRow row, out object? value)
    {
        var ids = targets.For(row.Owner);
        var next =
            isUnique ? Take(row.Owner ?? Guid.Empty)
            : ids.Count == 0 ? 0
            : random.Number(0, Earlier(ids.Count, row.Share) - 1);
        value = next < ids.Count ? ids[next] : null;
        return value is not null;
    }

    private static int Earlier(int count, double share) => Math.Clamp((int)(count * share), 1, count);

    private int Take(Guid owner)
    {
        var next = taken.GetValueOrDefault(owner);
        taken[owner] = next + 1;
        return next;
    }
}
