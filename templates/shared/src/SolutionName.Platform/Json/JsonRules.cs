using System.Text.Json;
using System.Text.Json.Serialization;

namespace Acme.Platform.Json;

/// <summary>How JSON is read and written everywhere: strict in, camelCase out.</summary>
public static class JsonRules
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Sets the rules on options that somebody else made.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNameCaseInsensitive = false;
        options.Converters.Add(new DecimalConverter());
        options.Converters.Add(new TimestampConverter());
        options.Converters.Add(new EnumConverter());
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
