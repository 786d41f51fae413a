using System.Globalization;
using System.Text;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Fields;

/// <summary>Checks a default against its field's type, and gives it the one spelling that be.json holds.</summary>
internal sealed class DefaultParser(FieldParts parts, FieldType type, Place place)
{
    private const int MaxEmailLength = 254;
    private const int MaxUrlLength = 2048;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private string Text => parts.Default!;

    public string Parse() =>
        type switch
        {
            _ when Text.Length == 0 => throw place.Error("no default stands after '='.", $"Write: {parts with { Default = null }}"),
            StringType(var length) => Characters(length),
            TextType(var length) => Characters(length),
            DecimalType number => Decimal(number),
            EnumType(var values) => values.Any(value => value.Text == Text)
                ? Text
                : throw Refuse($"is not one of {string.Join(", ", values.Select(value => value.Text))}", values[0].Text),
            ScalarType(var scalar) => Scalar(scalar),
            ReferenceType => throw None("a reference has no default: no row exists in every database"),
            ArrayType => throw None("an array has no default here"),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of the field language."),
        };

    private string Scalar(Scalar scalar) =>
        scalar switch
        {
            Model.Scalar.Int => int.TryParse(Text, NumberStyles.AllowLeadingSign, Invariant, out var number)
                ? number.ToString(Invariant)
                : throw Refuse($"is not a whole number from {int.MinValue} to {int.MaxValue}", "0"),
            Model.Scalar.Long => long.TryParse(Text, NumberStyles.AllowLeadingSign, Invariant, out var number)
                ? number.ToString(Invariant)
                : throw Refuse($"is not a whole number from {long.MinValue} to {long.MaxValue}", "0"),
            Model.Scalar.Bool => Text is "true" or "false" ? Text : throw Refuse("is not true or false", "false"),
            Model.Scalar.Date => Date(),
            Model.Scalar.Time => Time(),
            Model.Scalar.Timestamp => Timestamp(),
            Model.Scalar.Uuid => Guid.TryParseExact(Text, "D", out var id)
                ? id.ToString("D")
                : throw Refuse("is not a UUID", "00000000-0000-0000-0000-000000000000"),
            Model.Scalar.Email => Email(),
            Model.Scalar.Url => Url(),
            Model.Scalar.Bytes => throw None("bytes have no default here"),
            Model.Scalar.Json => throw None("json has no default here"),
            _ => throw new ArgumentOutOfRangeException(nameof(scalar), scalar, "Not a scalar of the field language."),
        };

    private string Characters(int maxLength)
    {
        RefuseControlCharacters();
        if (Text.Length > 1 && Text[0] is '\'' or '"' && Text[^1] == Text[0])
            throw place.Error("a default needs no quotes.", $"Write: {parts with { Default = Text.Length > 2 ? Text[1..^1] : null }}");
        var runes = Text.EnumerateRunes().ToArray();
        return runes.Length <= maxLength
            ? Text
            : throw Refuse($"has {runes.Length} characters, {maxLength} are allowed", string.Concat(runes.Take(maxLength)));
    }

    private void RefuseControlCharacters()
    {
        if (Text.Any(char.IsControl) || !IsUnicode(Text))
            throw place.Error("the default holds characters that do not print.", $"Write: {parts with { Default = null }}");
    }

    private string Decimal(DecimalType number)
    {
        if (!decimal.TryParse(Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, Invariant, out var value))
            throw Refuse("is not a number", "0");
        if (Text.Split('.') is [_, var fraction] && fraction.Length > number.Scale)
            throw Refuse($"has more than {number.Scale} digits after the point", "0");
        var tooLarge = Math.Abs(value) >= PowerOfTen(number.Precision - number.Scale);
        return tooLarge
            ? throw Refuse($"has more than {number.Precision - number.Scale} digits before the point", "0")
            : (value == 0 ? Math.Abs(value) : value).ToString(Invariant);
    }

    private static decimal PowerOfTen(int exponent) => decimal.Parse("1" + new string('0', exponent), Invariant);

    private string Date() =>
        DateOnly.TryParseExact(Text, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out _)
            ? Text
            : throw Refuse("is not a date (yyyy-MM-dd)", "2026-01-31");

    private string Time() =>
        TimeOnly.TryParseExact(Text, ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFF"], Invariant, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm:ss.FFFFFF", Invariant)
            : throw Refuse("is not a time (HH:mm:ss)", "09:30:00");

    private string Timestamp()
    {
        if (Text == "now")
            return Text;
        string[] formats = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFK"];
        var read = DateTimeOffset.TryParseExact(Text, formats, Invariant, DateTimeStyles.None, out var instant);
        var hasOffset = read && (Text[^1] is 'Z' || Text[^6] is '+' or '-');
        return hasOffset
            ? instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFK", Invariant)
            : throw Refuse("is neither now nor an instant (RFC 3339)", "now");
    }

    private string Email()
    {
        RefuseControlCharacters();
        return Text.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !Text.Any(char.IsWhiteSpace) && Text.Length <= MaxEmailLength
            ? Text
            : throw Refuse("is not an e-mail address", "info@example.com");
    }

    private string Url() =>
        Text.All(char.IsAscii)
        && Text.Length <= MaxUrlLength
        && Uri.IsWellFormedUriString(Text, UriKind.Absolute)
        && new Uri(Text).Scheme is "http" or "https"
            ? Text
            : throw Refuse("is not an absolute http or https URL", "https://example.com");

    /// <summary>Enumerating runes puts U+FFFD in the place of a lone surrogate.</summary>
    private static bool IsUnicode(string text) =>
        text.EnumerateRunes().Count(rune => rune == Rune.ReplacementChar) == text.Count(c => c == '\uFFFD');

    private UserError Refuse(string problem, string instead) =>
        place.Error($"the default '{Text}' {problem}.", $"Write: {parts with { Default = instead }}");

    private UserError None(string problem) => place.Error($"{problem}.", $"Write: {parts with { Default = null }}");
}
