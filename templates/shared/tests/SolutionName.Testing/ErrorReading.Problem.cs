using System.Text.Json;

namespace Acme.Testing;

/// <summary>Where the error format (RFC 9457) keeps its facts.</summary>
internal static class ErrorReading
{
    public const string MediaType = "application/problem+json";

    public static string? Code(JsonElement body) => body.GetProperty("code").GetString();

    public static string? RequestId(JsonElement body) => body.GetProperty("requestId").GetString();

    public static IEnumerable<string?> Fields(JsonElement body) =>
        body.GetProperty("errors").EnumerateArray().Select(detail => detail.GetProperty("field").GetString());
}
