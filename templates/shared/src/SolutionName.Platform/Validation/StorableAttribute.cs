using System.Text.Json;

namespace Acme.Platform.Validation;

/// <summary>JSON that PostgreSQL's jsonb can hold: no U+0000 and no unpaired surrogate in any text.</summary>
public sealed class StorableAttribute : RuleAttribute
{
    internal const string Reason = "must not contain U+0000 or unpaired surrogates";

    protected override string Message => Reason;

    protected override bool Holds(object value) => value is JsonElement element && IsStorable(element);

    internal static bool IsStorable(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(member => IsStorable(() => member.Name) && IsStorable(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(IsStorable),
        JsonValueKind.String => IsStorable(() => element.GetString()!),
        _ => true,
    };

    internal static bool IsStorable(Func<string> text)
    {
        try
        {
            return TextAttribute.Storable(text());
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json refuses to make a string of an unpaired surrogate, or of bytes that are no UTF-8.
            return false;
        }
    }
}
