using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Acme.Platform.Json;

/// <summary>Decimals as JSON numbers. What a decimal cannot hold to the last digit is refused, never rounded.</summary>
internal sealed class DecimalConverter : JsonConverter<decimal>
{
    private const int SafeDigits = 28;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var value))
            throw new ValueException("must be a number");

        if (SignificantDigits(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan) > SafeDigits)
            throw new ValueException("has too many digits");

        return value;
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    private static int SignificantDigits(ReadOnlySpan<byte> number)
    {
        var digits = 0;
        foreach (var character in number)
        {
            if (character is (byte)'e' or (byte)'E')
                break;
            if (character is >= (byte)'1' and <= (byte)'9' || (character == (byte)'0' && digits > 0))
                digits++;
        }

        return digits;
    }
}
