using System.Collections.Immutable;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Fields;

/// <summary>
/// Reads the field language: a name, a colon, a type; then, in this order and each optional, <c>?</c>, <c>:unique</c>,
/// <c>:index</c>, <c>=default</c>. A default is the rest of the text.
/// </summary>
public static class FieldParser
{
    /// <summary>Reads what <c>--fields</c> holds: fields with spaces between them; inside brackets spaces are free.</summary>
    /// <exception cref="UserError">A field is wrong: its number and text, the reason, and a line that would work.</exception>
    public static ImmutableArray<Field> ParseAll(string fields) =>
        FieldList.WithSpaces(fields) is { } spaced
            ? throw UserError.InArguments("Spaces stand between fields, not commas.", $"Write: \"{spaced}\"")
            : [.. FieldList.Split(fields).Select((field, i) => Parse(field, Place.InArguments($"Field {i + 1} '{field}'")))];

    /// <summary>Reads one field.</summary>
    /// <param name="text">The field alone.</param>
    /// <param name="place">Where it stands, for errors.</param>
    /// <exception cref="UserError">It is wrong: the place, the reason, and a line that would work.</exception>
    public static Field Parse(string text, Place place)
    {
        var parts = new FieldLexer(text, place).Read();
        if (NameWords.Problem(parts.Name) is { } problem)
            throw place.Error(problem, $"Write: {parts with { Name = NameWords.Suggestion(parts.Name).Camel }}");
        var type = new TypeParser(parts, place).Parse();
        RefuseIndexes(parts, type, place);
        var value = parts.Default is null ? null : new DefaultParser(parts, type, place).Parse();
        return new Field(Name.Parse(parts.Name), type, parts.Nullable, parts.Unique, parts.Index, value);
    }

    private static void RefuseIndexes(FieldParts parts, FieldType type, Place place)
    {
        if (parts.Unique && WhyNotUnique(type) is { } unique)
            throw place.Error($"{unique}, so it cannot be ':unique'.", $"Write: {parts with { Unique = false }}");
        if (parts.Index && WhyNotIndexed(type) is { } indexed)
            throw place.Error($"{indexed}, so it cannot have an index.", $"Write: {parts with { Index = false }}");
    }

    private static string? WhyNotUnique(FieldType type) =>
        type switch
        {
            ScalarType(Scalar.Bool) => "a bool has two values",
            ScalarType(Scalar.Json) => "PostgreSQL compares whole documents, not what they mean",
            ArrayType => "PostgreSQL compares whole arrays, their order included",
            _ => WhyNotIndexed(type),
        };

    private static string? WhyNotIndexed(FieldType type) =>
        type switch
        {
            ScalarType(Scalar.Bytes) => TooLong("bytes have no limit"),
            StringType(var length) when length > TypeParser.MaxIndexedLength => TooLong($"{length} characters are too long"),
            TextType(var length) when length > TypeParser.MaxIndexedLength => TooLong($"{length} characters are too long"),
            _ => null,
        };

    // BTMaxItemSize: a third of a page of 8 kB; a character takes up to four bytes, and a sort adds the id to the entry.
    private static string TooLong(string what) =>
        $"{what} for a b-tree, whose entries hold 2,704 bytes ({TypeParser.MaxIndexedLength} characters are safe)";
}
