using System.Text;
using Microsoft.OpenApi;

namespace Acme.Platform.Validation;

/// <summary>Text of at most <paramref name="maxLength"/> Unicode code points, as PostgreSQL's char_length counts them.</summary>
public class TextAttribute(int maxLength) : RuleAttribute
{
    public int MaxLength { get; } = maxLength;

    protected override string Message => $"must be text of at most {MaxLength} characters, without U+0000 and unpaired surrogates";

    protected override bool Holds(object value) => value is string text && Storable(text) && Length(text) <= MaxLength;

    internal override void Describe(OpenApiSchema schema)
    {
        schema.MaxLength = MaxLength;
        schema.Pattern = @"^[^\u0000]*$";
    }

    /// <summary>Whether PostgreSQL can store the text: no U+0000 and no half of a surrogate pair.</summary>
    internal static bool Storable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i)))
                return false;
            if (char.IsHighSurrogate(text[i]))
                i++;
        }

        return true;
    }

    private static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
            length++;

        return length;
    }
}
