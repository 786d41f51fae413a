using Bogus;

namespace Be.Postgres.Seeding;

/// <summary>Times that fit that of the row: what began lies after it was created, what ends later still.</summary>
internal static class TimeValues
{
    public static Func<SeedRow, DateTime> Timestamp(FieldWords words, Faker faker) =>
        words.Has("birth", "birthday", "born") ? _ => SeedRow.Now.AddDays(-faker.Random.Number(18 * 365, 80 * 365)).Date
        : IsEnd(words) ? row => row.CreatedAt.AddMinutes(faker.Random.Number(45 * 1_440, 365 * 1_440))
        : row => row.CreatedAt.AddMinutes(faker.Random.Number(1, 30 * 1_440));

    public static Func<SeedRow, DateOnly> Date(FieldWords words, Faker faker)
    {
        var timestamp = Timestamp(words, faker);
        return row => DateOnly.FromDateTime(timestamp(row));
    }

    public static Func<SeedRow, TimeOnly> Time(FieldWords words, Faker faker) =>
        IsEnd(words) || words.Has("close", "closes", "closing")
            ? _ => new TimeOnly(faker.Random.Number(15, 22), 15 * faker.Random.Number(0, 3))
            : _ => new TimeOnly(faker.Random.Number(6, 14), 15 * faker.Random.Number(0, 3));

    private static bool IsEnd(FieldWords words) =>
        words.Has("end", "ends", "ended", "expires", "expiry", "expired", "due", "until", "to", "completed", "closed", "delivered");
}
