using System.Text.RegularExpressions;

namespace Be.Scaffolding.Fields;

/// <summary>Splits what <c>--fields</c> holds into fields: at spaces that stand outside brackets.</summary>
internal static partial class FieldList
{
    public static IEnumerable<string> Split(string fields)
    {
        for (var start = SkipSpaces(fields, 0); start < fields.Length; )
        {
            var end = EndOf(fields, start);
            yield return fields[start..end];
            start = SkipSpaces(fields, end);
        }
    }

    /// <summary>Fields that have commas between them with spaces instead; null when they have none.</summary>
    public static string? WithSpaces(string fields) =>
        CommaBetweenFields().IsMatch(fields) ? CommaBeforeField().Replace(fields, " ") : null;

    /// <summary>
    /// A bracket that never closes must not swallow the fields after it: no bracket, colon or equals sign stands in brackets,
    /// so at the next one such a field has ended at its first space.
    /// </summary>
    private static int EndOf(string fields, int start)
    {
        var (open, firstSpace) = (false, -1);
        for (var i = start; i < fields.Length; i++)
        {
            var c = fields[i];
            if (firstSpace >= 0 && c is '(' or '[' or ':' or '=')
                return firstSpace;
            if (c == '=')
                return SpaceAfter(fields, i);
            if (c is '(' or '[')
                open = true;
            else if (c is ')' or ']')
                (open, firstSpace) = (false, -1);
            else if (char.IsWhiteSpace(c) && !open)
                return i;
            else if (char.IsWhiteSpace(c) && firstSpace < 0)
                firstSpace = i;
        }
        return open && firstSpace >= 0 ? firstSpace : fields.Length;
    }

    private static int SpaceAfter(string fields, int start)
    {
        var i = start;
        while (i < fields.Length && !char.IsWhiteSpace(fields[i]))
            i++;
        return i;
    }

    private static int SkipSpaces(string fields, int start)
    {
        var i = start;
        while (i < fields.Length && char.IsWhiteSpace(fields[i]))
            i++;
        return i;
    }

    [GeneratedRegex(@",\s*(?=\p{L}[\w-]*:)")]
    private static partial Regex CommaBeforeField();

    /// <summary>Not one in brackets that never close, and not one in a default that is text: that may hold anything.</summary>
    [GeneratedRegex(@"(?<!\([^)\s]*)(?<!:(?:string|text|email|url)[^\s=]*=\S*),\s*(?=\p{L}[\w-]*:)")]
    private static partial Regex CommaBetweenFields();
}
