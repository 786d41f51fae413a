using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>How a type of the field language is spelled in C#, SQL and test data.</summary>
/// <param name="Clr">The C# type, never nullable.</param>
/// <param name="IsValue">Whether that is a value type.</param>
/// <param name="Sql">The PostgreSQL type.</param>
/// <param name="Rule">The validation attribute, or null.</param>
/// <param name="Check">The check constraint's name suffix and condition over {0}, the column; or null.</param>
/// <param name="Example">A valid JSON value.</param>
/// <param name="Sample">A C# expression for it.</param>
/// <param name="Another">A C# expression that gives another valid JSON value each time.</param>
/// <param name="Refused">JSON texts that must be refused.</param>
internal sealed record FieldShape(
    string Clr,
    bool IsValue,
    string Sql,
    string? Rule,
    (string Suffix, string Condition)? Check,
    string Example,
    string Sample,
    string Another,
    IReadOnlyList<string> Refused
)
{
    private const string NotText = "7";
    private const string NotNumber = "\"x\"";
    private const string Unstorable = "\"\\u0000\"";
    private const string Unpaired = "\"\\ud800\"";

    public static FieldShape Of(FieldType type, string enumName, Ids ids) =>
        type switch
        {
            StringType text => Text(text.MaxLength),
            TextType text => Text(text.MaxLength),
            DecimalType number => Decimal(number),
            EnumType values => Enum(values, enumName),
            ScalarType scalar => Of(scalar.Scalar),
            ReferenceType => ids == Ids.Uuid ? Of(Scalar.Uuid) : Of(Scalar.Long),
            ArrayType array => Array(array, Of(array.Item, enumName, ids)),
            _ => throw new InvalidOperationException($"No shape for {type}."),
        };

    private static FieldShape Of(Scalar scalar) =>
        scalar switch
        {
            Scalar.Email => new(
                "string",
                false,
                "text",
                "Email",
                ("email", "{0} ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length({0}) <= 254"),
                Quote("someone@example.com"),
                Quote("someone@example.com"),
                "$\"{Any.Text(20)}@example.com\"",
                [NotText, "\"nobody\"", Unpaired]
            ),
            Scalar.Url => new(
                "string",
                false,
                "text",
                "WebAddress",
                ("url", "{0} ~ '^https?://[!-~]+$' and char_length({0}) <= 2048"),
                Quote("https://example.com/"),
                Quote("https://example.com/"),
                "$\"https://example.com/{Any.Text(20)}\"",
                [NotText, "\"example\"", "\"ftp://example.com\""]
            ),
            Scalar.Int => new("int", true, "integer", null, null, "42", "42", "Any.Int()", [NotNumber, "1.5", "2147483648"]),
            Scalar.Long => new("long", true, "bigint", null, null, "42", "42L", "Any.Long()", [NotNumber, "1.5", "9223372036854775808"]),
            Scalar.Bool => new("bool", true, "boolean", null, null, "true", "true", "false", [NotNumber, NotText]),
            Scalar.Date => new(
                "DateOnly",
                true,
                "date",
                null,
                null,
                Quote("2026-01-31"),
                Quote("2026-01-31"),
                "Any.Date()",
                [NotText, "\"2026-02-30\"", "\"31.01.2026\""]
            ),
            Scalar.Time => new(
                "TimeOnly",
                true,
                "time",
                null,
                null,
                Quote("12:30:00"),
                Quote("12:30:00"),
                "Any.Time()",
                [NotText, "\"25:00:00\""]
            ),
            Scalar.Timestamp => new(
                "DateTimeOffset",
                true,
                "timestamptz",
                null,
                null,
                Quote("2026-01-31T12:30:00Z"),
                Quote("2026-01-31T12:30:00Z"),
                "Any.Timestamp()",
                [NotText, "\"2026-01-31T12:30:00\"", "\"yesterday\""]
            ),
            Scalar.Uuid => new(
                "Guid",
                true,
                "uuid",
                null,
                null,
                Quote("0197a5d0-5b3c-7000-8000-000000000001"),
                Quote("0197a5d0-5b3c-7000-8000-000000000001"),
                "Guid.CreateVersion7()",
                [NotText, "\"x\""]
            ),
            Scalar.Bytes => new("byte[]", false, "bytea", null, null, Quote("AQID"), Quote("AQID"), "Any.Bytes()", [NotText, "\"*\""]),
            Scalar.Json => new(
                "JsonElement",
                true,
                "jsonb",
                "Storable",
                null,
                """{ "key": [1, "two", null] }""",
                "JsonNode.Parse(\"\"\"{ \"key\": [1, \"two\", null] }\"\"\")",
                "Any.Text(20)",
                [Unstorable, Unpaired]
            ),
            _ => throw new InvalidOperationException($"No shape for {scalar}."),
        };

    private static FieldShape Text(int length) =>
        new(
            "string",
            false,
            "text",
            $"Text({length})",
            ("length", $"char_length({{0}}) <= {length}"),
            Quote("Sample"[..Math.Min(length, 6)]),
            Quote("Sample"[..Math.Min(length, 6)]),
            $"Any.Text({length})",
            [NotText, Unstorable, Unpaired]
        );

    private static FieldShape Decimal(DecimalType type)
    {
        var whole = type.Precision - type.Scale;
        var sample = new string('1', Math.Min(Math.Max(whole, 1), 3));
        sample = whole == 0 ? "0" : sample;
        sample += type.Scale == 0 ? "" : "." + new string('5', type.Scale);
        var tooFine = "0." + new string('0', type.Scale) + "1";
        var tooLarge = "1" + new string('0', whole);
        return new(
            "decimal",
            true,
            $"numeric({type.Precision},{type.Scale})",
            $"Digits({type.Precision}, {type.Scale})",
            null,
            sample,
            sample + "m",
            $"Any.Decimal({type.Precision}, {type.Scale})",
            [NotNumber, tooFine, tooLarge]
        );
    }

    private static FieldShape Enum(EnumType type, string enumName) =>
        new(
            enumName,
            true,
            "text",
            null,
            ("values", $"{{0}} in ({string.Join(", ", type.Values.Select(value => $"'{value.Text}'"))})"),
            Quote(type.Values[^1].Text),
            Quote(type.Values[^1].Text),
            Quote(type.Values[0].Text),
            [NotText, "\"none of these\""]
        );

    private static FieldShape Array(ArrayType array, FieldShape item)
    {
        var values = array.Item is EnumType type
            ? $" and {{0}} <@ array[{string.Join(", ", type.Values.Select(value => $"'{value.Text}'"))}]"
            : "";
        return new(
            $"IReadOnlyList<{item.Clr}>",
            false,
            item.Sql + "[]",
            $"Items({array.MaxItems})" + (item.Rule is null ? "" : ", " + item.Rule),
            ("items", $"cardinality({{0}}) <= {array.MaxItems} and array_position({{0}}, null) is null{values}"),
            $"[{item.Example}]",
            $"new JsonArray({item.Sample})",
            $"new JsonArray({item.Another})",
            [NotText, "[null]", .. item.Refused.Select(refused => $"[{refused}]")]
        );
    }

    private static string Quote(string text) => $"\"{text}\"";
}
