using System.Text.Json;

namespace Acme.Testing;

/// <summary>Where the error format keeps its facts.</summary>
internal static class ErrorReading
{
    public const string MediaType = "application/json";

    public static string? Code(JsonElement body) => body.GetProperty("error").GetProperty("code").GetString();

    public static string? RequestId(JsonElement body) => body.GetProperty("error").GetProperty("requestId").GetString();

    public static IEnumerable<string?> Fields(JsonElement body) =>
        body.GetProperty("error").GetProperty("details").EnumerateArray().Select(detail => detail.GetProperty("field").GetString());
}
