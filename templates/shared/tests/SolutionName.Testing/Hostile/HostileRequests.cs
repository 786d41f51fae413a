using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Acme.Testing.Hostile;

/// <summary>Requests made from those that the API takes, each with something wrong here and there, and some with nothing.</summary>
internal static class HostileRequests
{
    private static readonly string[] HeaderNames =
    [
        "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Cookie", "Forwarded", "Host", "Idempotency-Key", "If-Match", "If-Modified-Since", "If-None-Match",
        "Origin", "Prefer", "Range", "Referer", "User-Agent", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-HTTP-Method-Override", "X-Request-Id", "traceparent",
        "baggage",
    ];

    private static readonly string[] MediaTypes =
    [
        "application/json", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/json; charset=\"utf-8\"", "application/merge-patch+json", "text/plain", "application/xml",
        "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "nonsense", "*/*", "",
    ];

    /// <summary>Requests to any of the operations at an address such as <c>http://127.0.0.1:5000</c>.</summary>
    public static Gen<HostileRequest> To(IReadOnlyList<Operation> operations, string address) =>
        from operation in Gen.Elements(operations.AsEnumerable())
        from path in Path(operation)
        from query in Query(operation)
        from headers in Headers(operation)
        from mediaType in Gen.Frequency((12, Gen.Constant(operation.MediaType)), (1, Gen.Elements(MediaTypes).Select(type => (string?)type)))
        from body in Body(operation)
        from row in Gen.Choose(0, 100_000)
        select new HostileRequest(operation, address + path + query, headers, mediaType, body, row);

    private static Gen<string> Path(Operation operation) =>
        Gen.Frequency((4, Gen.Constant(HostileRequest.KnownId)), (1, Encoded(HostileValues.Text)), (1, Gen.Elements("0", "-1", "9223372036854775808", "%00", "%2e%2e", "%ff", "a%2fb")))
            .Select(id => string.Join('/', operation.Path.Split('/').Select(segment => segment is ['{', ..] ? id : segment)));

    private static Gen<string> Query(Operation operation)
    {
        var declared = operation.Parameters.Where(parameter => parameter.In == "query").Select(parameter => parameter.Name).ToArray();
        var name = declared.Length == 0 ? Encoded(HostileValues.Text) : Gen.Frequency((4, Gen.Elements(declared)), (1, Encoded(HostileValues.Text)));
        var value = Encoded(HostileValues.Text.Or(Gen.Choose(-1, 101).Select(number => $"{number}")));
        var parameters = from count in Gen.Choose(1, 3)
                         from pairs in Gen.ListOf(from key in name from text in value select $"{key}={text}", count)
                         select "?" + string.Join('&', pairs);
        return Gen.Frequency(
            (operation.Writes ? 12 : 2, Gen.Constant("")),
            (4, parameters),
            (1, Gen.Elements("?", "?&&=", "?=", "?%", "?%zz=%u0000", "?limit=%00", "?cursor=%ed%a0%80", "?limit[]=1", "?limit=1&limit=2", "?a=" + new string('a', 4000))));
    }

    private static Gen<IReadOnlyList<(string Name, string Value)>> Headers(Operation operation)
    {
        var declared = operation.Parameters.Where(parameter => parameter.In == "header").Select(parameter => parameter.Name);
        var header = from name in Gen.Elements(HeaderNames.Concat(declared))
                     from value in Gen.Frequency((3, HostileValues.Text), (1, Gen.Elements("*", "\"1\"", "W/\"1\"", "\"", "\"1\", \"2\"", "\"4294967296\"", "bytes=0-", "gzip", "null")))
                     select (name, value);
        return Gen.Frequency((3, Gen.Constant<IReadOnlyList<(string, string)>>([])), (1, Gen.ListOf(header).Select(IReadOnlyList<(string, string)> (headers) => [.. headers.Take(4)])));
    }

    private static Gen<string?> Body(Operation operation)
    {
        if (operation.MediaType is null)
            return Gen.Frequency((9, Gen.Constant<string?>(null)), (1, HostileValues.Json.Select(json => (string?)json)));

        var whole = HostileValues.Json.Or(HostileValues.Text).Or(Gen.Elements("\xff\xfe", "\xc0\x80", "{\"\xed\xa0\x80\":1}", "\xef\xbb\xbf{}", "{\"name\":\"\xff\"}"));
        var valid = Members(operation, 0);
        var nearly = from wrong in Gen.Choose(1, 3) from body in Members(operation, wrong) select body;
        var cut = from body in valid from at in Gen.Choose(0, body.Length) select body[..at];
        return Gen.Frequency((4, valid), (10, nearly), (1, cut), (2, whole)).Select(body => (string?)body);
    }

    /// <summary>The example with other values, some of its members wrong.</summary>
    private static Gen<string> Members(Operation operation, int wrong)
    {
        var example = operation.Example ?? [];
        var names = example.Select(member => member.Key).ToArray();
        return from marked in Gen.ListOf(Gen.Choose(0, Math.Max(names.Length - 1, 0)), wrong)
               from members in Gen.CollectToList(example.Select((member, index) =>
                   marked.Contains(index) ? Wrong(member.Key, names) : Right(member.Key, member.Value, operation.Required.Contains(member.Key))))
               select $"{{{string.Join(',', members.Where(member => member.Length > 0))}}}";
    }

    private static Gen<string> Wrong(string name, string[] names) => Gen.Frequency(
        (10, from json in HostileValues.Json select $"\"{name}\":{json}"),
        (1, Gen.Constant("")),
        (1, from json in HostileValues.Json select $"\"{name}\":{json},\"{name}\":{json}"),
        (1, from other in HostileValues.Quoted(HostileValues.Text.Or(Gen.Elements(names.Append("id").Append("__proto__").Append("$type")))) from json in HostileValues.Json select $"{other}:{json}"),
        (1, from json in HostileValues.Json select $"\"{name.ToUpperInvariant()}\":{json}"));

    // Unique values differ, and references lead to rows that exist, or nowhere: the first row of a kind that refers to its own cannot do else.
    private static Gen<string> Right(string name, JsonNode? value, bool required)
    {
        var reference = Gen.Constant($"\"{name}\":\"{HostileRequest.KnownId}\"");
        return value switch
        {
            JsonValue one when one.TryGetValue(out string? text) && text.Contains('@', StringComparison.Ordinal) => Letters.Select(letters => $"\"{name}\":\"{letters}@example.com\""),
            JsonValue one when (one.TryGetValue(out string? text) && Guid.TryParse(text, out _))
                || (one.TryGetValue(out decimal number) && number == 42 && name.EndsWith("Id", StringComparison.Ordinal)) =>
                required ? reference : reference.Or(Gen.Constant($"\"{name}\":null")),
            JsonValue one when one.TryGetValue(out string? text) && text.StartsWith("Sample", StringComparison.Ordinal) => Letters.Select(letters => $"\"{name}\":\"{letters}\""),
            _ => Gen.Constant($"\"{name}\":{value?.ToJsonString() ?? "null"}"),
        };
    }

    private static Gen<string> Letters { get; } = Gen.Choose(0, int.MaxValue).Select(number => number.ToString("x", CultureInfo.InvariantCulture));

    private static Gen<string> Encoded(Gen<string> text) => text.Select(value => value.Length == 0 ? "x" : Uri.EscapeDataString(value[..Math.Min(value.Length, 500)]));
}
