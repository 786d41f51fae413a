using System.Globalization;
using System.Text;
using Be.Scaffolding.Model;
using Bogus;

namespace Be.Postgres.Seeding;

/// <summary>What makes the values of a field: its type, its name, whether it is unique and whether it may be null.</summary>
internal static class FieldValues
{
    /// <param name="table">The table.</param>
    /// <param name="field">One of its fields, no reference.</param>
    /// <param name="seed">The same number gives the same values.</param>
    public static IValues Of(SeedTable table, Field field, int seed)
    {
        var faker = SeedRandom.Faker(seed, table.Name, field.Name.Snake);
        IValues values = new FreeValues(Maker(table.Entity, field, field.Type, faker));
        if (field.Unique)
            values = new UniqueValues(table.Entity.IsOwned, values, (near, number) => Another(field.Type, near, number));
        return Optional(table, field, seed, values);
    }

    /// <inheritdoc cref="Of"/>
    /// <param name="targets">What it may refer to.</param>
    public static IValues OfReference(SeedTable table, Field field, int seed, RowIds targets)
    {
        var values = new ReferenceValues(SeedRandom.Of(seed, table.Name, field.Name.Snake), targets, field.Unique);
        return Optional(table, field, seed, values);
    }

    private static IValues Optional(SeedTable table, Field field, int seed, IValues values) =>
        field.Nullable ? new OptionalValues(SeedRandom.Of(seed, table.Name, field.Name.Snake, "null"), values) : values;

    private static Func<SeedRow, object> Maker(Entity entity, Field field, FieldType type, Faker faker)
    {
        var words = new FieldWords(entity, field);
        return type switch
        {
            StringType(var length) => TextValues.Of(entity, field, length, faker),
            TextType(var length) => TextValues.Of(entity, field, length, faker),
            EnumType(var values) => _ => values[faker.Random.Number(0, values.Length - 1)].Text,
            DecimalType number => Boxed(NumberValues.Decimal(words, number, faker)),
            ArrayType array => Array(array, Maker(entity, field, array.Item, faker), faker),
            ScalarType(var scalar) => Scalar(scalar, words, faker),
            _ => throw new InvalidOperationException($"No values for {type}."),
        };
    }

    private static Func<SeedRow, object> Scalar(Scalar scalar, FieldWords words, Faker faker) =>
        scalar switch
        {
            Be.Scaffolding.Model.Scalar.Email => TextValues.Email,
            Be.Scaffolding.Model.Scalar.Url => row => TextValues.Url(words, row, faker),
            Be.Scaffolding.Model.Scalar.Int => Boxed(NumberValues.Whole(words, faker)),
            Be.Scaffolding.Model.Scalar.Long => Long(NumberValues.Whole(words, faker)),
            Be.Scaffolding.Model.Scalar.Bool => _ =>
                faker.Random.Bool(words.Has("active", "enabled", "confirmed", "verified", "paid") ? 0.85f : 0.4f),
            Be.Scaffolding.Model.Scalar.Date => Boxed(TimeValues.Date(words, faker)),
            Be.Scaffolding.Model.Scalar.Time => Boxed(TimeValues.Time(words, faker)),
            Be.Scaffolding.Model.Scalar.Timestamp => Boxed(TimeValues.Timestamp(words, faker)),
            Be.Scaffolding.Model.Scalar.Uuid => row => SeedRandom.Uuid(faker.Random, row.CreatedAt),
            Be.Scaffolding.Model.Scalar.Bytes => _ => faker.Random.Bytes(faker.Random.Number(8, 64)),
            Be.Scaffolding.Model.Scalar.Json => _ => Json(faker),
            _ => throw new InvalidOperationException($"No values for {scalar}."),
        };

    private static Func<SeedRow, object> Boxed<T>(Func<SeedRow, T> make)
        where T : struct => row => make(row);

    private static Func<SeedRow, object> Long(Func<SeedRow, int> make) => row => (long)make(row);

    private static string Json(Faker faker) =>
        $$"""{"source": "{{faker.Random.ArrayElement(["web", "mobile", "import"])}}", "tags": ["{{faker.Lorem.Word()}}"], "score": {{faker.Random.Number(1, 100).ToString(CultureInfo.InvariantCulture)}}}""";

    /// <summary>None to four items, all different.</summary>
    private static Func<SeedRow, object> Array(ArrayType type, Func<SeedRow, object> item, Faker faker) =>
        row =>
        {
            var items = Enumerable.Range(0, faker.Random.Number(0, Math.Min(4, type.MaxItems))).Select(_ => item(row)).Distinct().ToList();
            var array = System.Array.CreateInstance(ClrTypeOf(type.Item), items.Count);
            ((System.Collections.ICollection)items).CopyTo(array, 0);
            return array;
        };

    private static Type ClrTypeOf(FieldType type) =>
        type switch
        {
            DecimalType => typeof(decimal),
            ScalarType { Scalar: Be.Scaffolding.Model.Scalar.Int } => typeof(int),
            ScalarType { Scalar: Be.Scaffolding.Model.Scalar.Long } => typeof(long),
            ScalarType { Scalar: Be.Scaffolding.Model.Scalar.Bool } => typeof(bool),
            ScalarType { Scalar: Be.Scaffolding.Model.Scalar.Date } => typeof(DateOnly),
            ScalarType { Scalar: Be.Scaffolding.Model.Scalar.Time } => typeof(TimeOnly),
            ScalarType { Scalar: Be.Scaffolding.Model.Scalar.Timestamp } => typeof(DateTime),
            ScalarType { Scalar: Be.Scaffolding.Model.Scalar.Uuid } => typeof(Guid),
            ScalarType { Scalar: Be.Scaffolding.Model.Scalar.Bytes } => typeof(byte[]),
            _ => typeof(string),
        };

    /// <summary>The n-th value near a taken one; null when the type has no more.</summary>
    private static object? Another(FieldType type, object near, long number) =>
        type switch
        {
            StringType(var length) => WithSuffix((string)near, number, length),
            TextType(var length) => WithSuffix((string)near, number, length),
            EnumType(var values) => number <= values.Length ? values[(int)number - 1].Text : null,
            DecimalType decimals => Fraction(decimals, number),
            ScalarType(var scalar) => Another(scalar, near, number),
            _ => null,
        };

    private static object? Another(Scalar scalar, object near, long number) =>
        scalar switch
        {
            Be.Scaffolding.Model.Scalar.Int => number <= int.MaxValue ? (int)number : null,
            Be.Scaffolding.Model.Scalar.Long => number,
            Be.Scaffolding.Model.Scalar.Date => number <= 700_000 ? DateOnly.FromDateTime(SeedRow.Now).AddDays(-(int)number) : null,
            Be.Scaffolding.Model.Scalar.Time => number < 86_400 ? new TimeOnly(number * TimeSpan.TicksPerSecond) : null,
            Be.Scaffolding.Model.Scalar.Timestamp => ((DateTime)near).AddMilliseconds(number),
            Be.Scaffolding.Model.Scalar.Email => number.ToString(CultureInfo.InvariantCulture) + "." + near,
            Be.Scaffolding.Model.Scalar.Url => near + "/" + number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };

    private static string? WithSuffix(string near, long number, int maxLength)
    {
        var suffix = Base36(number - 1);
        if (suffix.Length > maxLength)
            return null;
        return suffix.Length + 1 < maxLength ? $"{TextValues.Cut(near, maxLength - suffix.Length - 1)} {suffix}" : suffix;
    }

    private static decimal? Fraction(DecimalType type, long number)
    {
        var value = (decimal)number;
        for (var i = 0; i < type.Scale; i++)
            value /= 10;
        return value <= NumberValues.Largest(type) ? value : null;
    }

    private static string Base36(long number)
    {
        const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        var text = new StringBuilder();
        do
        {
            text.Insert(0, Digits[(int)(number % 36)]);
            number /= 36;
        } while (number > 0);
        return text.ToString();
    }
}
