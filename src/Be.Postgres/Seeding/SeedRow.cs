using Bogus;

namespace Be.Postgres.Seeding;

/// <summary>The row that values are made for: what its fields have in common.</summary>
/// <param name="Index">Counted from 0.</param>
/// <param name="Share">How far down the table it is, above 0 and at most 1: what was made earlier is what it may refer to.</param>
/// <param name="Id">Its key: a Guid or a long.</param>
/// <param name="Owner">Whose it is, where rows are somebody's.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="DeletedAt">UTC; null when it is there.</param>
/// <param name="FirstName">Of the person that it may be about.</param>
/// <param name="LastName">Of the same.</param>
internal sealed record SeedRow(
    int Index,
    double Share,
    object Id,
    Guid? Owner,
    DateTime CreatedAt,
    DateTime? DeletedAt,
    string FirstName,
    string LastName
)
{
    /// <summary>Where time ends for rows: a fixed day, so that the same seed gives the same rows next year.</summary>
    public static readonly DateTime Now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly TimeSpan Past = TimeSpan.FromDays(730);

    /// <summary>The rows of a table without their fields, in the order of their keys.</summary>
    public static IEnumerable<SeedRow> Of(SeedTable table, int count, int seed, IReadOnlyList<Guid> owners)
    {
        var random = SeedRandom.Of(seed, table.Name);
        var deletions = SeedRandom.Of(seed, table.Name, "deleted_at");
        var people = SeedRandom.Faker(seed, table.Name, "people");
        var step = Past / count;
        for (var index = 0; index < count; index++)
        {
            var createdAt = Whole(Now - Past + (step * index) + (step * random.Double()));
            var id = table.HasUuids ? (object)SeedRandom.Uuid(random, createdAt) : index + 1L;
            var isDeleted = deletions.Bool(0.05f) && table.Entity.HidesDeleted && index >= Math.Max(owners.Count, 1);
            yield return new SeedRow(
                index,
                (index + 1d) / count,
                id,
                table.Entity.IsOwned ? owners[index % owners.Count] : null,
                createdAt,
                isDeleted ? Whole(createdAt + ((Now - createdAt) * deletions.Double())) : null,
                people.Name.FirstName(),
                people.Name.LastName()
            );
        }
    }

    /// <summary>PostgreSQL keeps microseconds, JSON shows milliseconds.</summary>
    private static DateTime Whole(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
