using System.Text;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>Text as C# source spells it.</summary>
internal static class CSharp
{
    private static readonly HashSet<string> Keywords =
    [
        .. """
            abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum
            event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace
            new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc
            static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while
            await field record value var when with where yield
            """.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>A string literal.</summary>
    public static string Literal(string text) => $"\"{Escaped(text)}\"";

    /// <summary>What stands between the quotation marks of a string literal.</summary>
    public static string Escaped(string text)
    {
        var literal = new StringBuilder();
        foreach (var character in text)
        {
            literal.Append(
                character switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    < ' ' or '\u007f' or (>= '\u2028' and <= '\u2029') => $"\\u{(int)character:x4}",
                    _ => character.ToString(),
                }
            );
        }

        return literal.ToString();
    }

    /// <summary>A local variable's name: the word itself, or with <c>@</c> when C# keeps the word for itself.</summary>
    public static string Variable(string camel) => Keywords.Contains(camel) ? "@" + camel : camel;
}
