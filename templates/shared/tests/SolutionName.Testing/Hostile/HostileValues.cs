using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Acme.Testing.Hostile;

/// <summary>Values that have broken programs before.</summary>
internal static class HostileValues
{
    private static readonly string[] Texts =
    [
        "", " ", "\0", "a\0b", "'", "\"", "\\", "%", "_", "`", "$1", "{0}", "%s%n", "null", "true", "NaN", "undefined", "-1", "1e999",
        "'; drop table orders; --", "' or '1'='1", "1); select pg_sleep(9); --", "\\'; select 1; --", "$$;select 1;$$", "%27%20or%201=1",
        "\r\nX-Injected: 1", "\nX-Injected: 1", "a\rb", "%0d%0aX-Injected:%201", "<script>alert(1)</script>", "${jndi:ldap://localhost/a}", "{{7*7}}",
        "../../../../etc/passwd", "..\\..\\x", "file:///etc/passwd", "http://", "https://[::1", "javascript:alert(1)", "a@b", "@", "a@b@c",
        "é", "e\u0301", "ß", "İ", "\u200b", "\u202e", "\ufeff", "\ufffe", "\uffff", "😀", "\ud83d\ude00\u200d\ud83d\ude00", "\ud800", "\udc00", "\udc00\ud800",
        "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "-4713-01-01", "infinity", "now", "24:00:00", "23:59:60", "23:59:59.99999999999",
        "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999-14:00", "2026-01-31T12:30:00", "2026-01-31T12:30:00+99:99",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{0197a5d0-5b3c-7000-8000-000000000001}", "AQI", "====", "*",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0", "-1", "1.5", "0.1e1", "1e2", "1e-400", "1e400", "-1e400", "2147483647", "2147483648", "-2147483649", "9223372036854775807",
        "9223372036854775808", "-9223372036854775809", "79228162514264337593543950335", "79228162514264337593543950336", "0.00000000000000000000000000001",
        "1.7976931348623157e308", "123456789012345678901234567890123456789012345678901234567890", "3.141592653589793238462643383279502884",
    ];

    /// <summary>Text of any kind, unpaired surrogates and control characters included.</summary>
    public static Gen<string> Text { get; } = Gen.Frequency(
        (6, Gen.Elements(Texts)),
        (3, Gen.ListOf(Gen.Choose(0, 0x2ff).Or(Gen.Choose(0xd7f0, 0xe010))).Select(letters => new string([.. letters.Select(letter => (char)letter)]))),
        (1, from one in Gen.Elements(Texts) from count in Gen.Elements(2, 33, 300, 3000) select string.Concat(Enumerable.Repeat(one, count))));

    /// <summary>JSON of any kind, as text, valid or nearly.</summary>
    public static Gen<string> Json { get; } = Gen.Sized(size => JsonOf(Math.Min(size, 3)));

    /// <summary>A JSON string that says what a text says, in one of the ways to write that.</summary>
    public static Gen<string> Quoted(Gen<string> text) => from value in text from escaped in Gen.Elements(true, false) select Quote(value, escaped);

    private static Gen<string> JsonOf(int depth)
    {
        var simple = Gen.Frequency(
            (5, Quoted(Text)),
            (4, Gen.Elements(Numbers)),
            (1, Gen.Choose(1, 400).Select(digits => new string('9', digits))),
            (2, Gen.Elements("null", "true", "false", "[]", "{}", "[null]", "{\"\":0}", "\"\\ud800\"", "\"\\u0000\"", "\"\\udc00\\ud800\"")),
            (1, Gen.Elements("", "nul", "'x'", "NaN", "-", "01", "1.", ".5", "+1", "\"", "\"\\x\"", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "/**/1")),
            (1, from nesting in Gen.Choose(2, 300) from open in Gen.Elements("[]", "{\"a\":}") select Nest(nesting, open)));
        if (depth == 0)
            return simple;

        var inner = JsonOf(depth - 1);
        return Gen.Frequency(
            (6, simple),
            (1, Gen.ListOf(inner).Select(items => $"[{string.Join(',', items.Take(120))}]")),
            (1, Gen.ListOf(from name in Quoted(Text) from value in inner select $"{name}:{value}").Select(members => $"{{{string.Join(',', members.Take(5))}}}")));
    }

    private static string Nest(int depth, string pair)
    {
        var (open, close) = (pair[..^1], pair[^1..]);
        return string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
    }

    private static string Quote(string text, bool escaped)
    {
        var json = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\')
                json.Append('\\').Append(letter);
            else if (escaped || letter < ' ' || char.IsSurrogate(letter))
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else
                json.Append(letter);
        }

        return json.Append('"').ToString();
    }
}
