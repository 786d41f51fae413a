using Be.Scaffolding.Model;
using Bogus;

namespace Be.Postgres.Seeding;

/// <summary>Numbers in the range that the name of a field lets one expect.</summary>
internal static class NumberValues
{
    public static Func<SeedRow, int> Whole(FieldWords words, Faker faker)
    {
        var (least, most) =
            words.Has("year") ? (1990, 2026)
            : words.Has("age") ? (18, 90)
            : words.Has("rating", "stars", "score") ? (1, 5)
            : words.Has("percent", "percentage", "progress") ? (0, 100)
            : words.Has("priority", "level", "rank") ? (1, 5)
            : words.Has("month") ? (1, 12)
            : words.Has("day", "days") ? (1, 28)
            : words.Has("hour", "hours") ? (1, 23)
            : words.Has("minute", "minutes", "second", "seconds", "duration") ? (1, 240)
            : words.Has("port") ? (1024, 65535)
            : words.Has("stock", "views", "size", "weight", "distance", "points") ? (0, 5_000)
            : words.Has("cents", "price", "amount", "total", "cost") ? (100, 50_000)
            : words.Has("quantity", "qty", "count") ? (1, 12)
            : (1, 1_000);
        return words.Has("position", "sequence", "order", "number") ? row => row.Index + 1 : _ => faker.Random.Number(least, most);
    }

    public static Func<SeedRow, decimal> Decimal(FieldWords words, DecimalType type, Faker faker)
    {
        var (least, most) =
            words.Has("latitude", "lat") ? (-90m, 90m)
            : words.Has("longitude", "lng", "lon") ? (-180m, 180m)
            : words.Has("rate", "percent", "percentage", "discount", "vat") ? (0m, 25m)
            : words.Has("rating", "score") ? (1m, 5m)
            : words.Has("weight", "length", "width", "height", "depth") ? (0.1m, 80m)
            : words.Has("salary", "income", "budget", "revenue") ? (20_000m, 120_000m)
            : words.Has("balance", "total", "amount", "sum") ? (5m, 2_500m)
            : (1m, 500m);
        var (lowest, highest) = (-Largest(type), Largest(type));
        return _ => Math.Clamp(Math.Round(faker.Random.Decimal(least, most), type.Scale), lowest, highest);
    }

    /// <summary>All digits 9.</summary>
    public static decimal Largest(DecimalType type)
    {
        var digits = decimal.Parse(new string('9', type.Precision), System.Globalization.CultureInfo.InvariantCulture);
        for (var i = 0; i < type.Scale; i++)
            digits /= 10;
        return digits;
    }
}
