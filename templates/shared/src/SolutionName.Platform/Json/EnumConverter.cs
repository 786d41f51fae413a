using System.Text.Json;
using System.Text.Json.Serialization;

namespace Acme.Platform.Json;

/// <summary>Enums as the texts of <see cref="EnumText"/>, exactly: no numbers, no other case.</summary>
internal sealed class EnumConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    /// <summary>The texts of an enum that is known only at run time.</summary>
    public static IEnumerable<string> Texts(Type type) =>
        Enum.GetValues(type).Cast<Enum>().Select(Text);

    /// <summary>The text of a value whose enum is known only at run time.</summary>
    public static string Text(Enum value) => JsonSerializer.SerializeToElement(value, value.GetType(), JsonRules.Options).GetString()!;

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && EnumText.TryParse<T>(reader.GetString()!, out var value)
                ? value
                : throw new ValueException("must be one of " + string.Join(", ", EnumText.All<T>()));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(EnumText.Of(value));
    }
}
