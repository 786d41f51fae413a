namespace Acme.Platform.Lists;

/// <summary>How much a caller can ask of a list.</summary>
internal static class ListLimits
{
    /// <summary>Rows a page, unless told.</summary>
    public const int Default = 20;

    /// <summary>Rows a page; more is cut to that.</summary>
    public const int Most = 100;

    /// <summary>How many values a field can be one of.</summary>
    public const int Values = 100;

    /// <summary>Whether a parameter is the list's own; a field that is called so is written <c>limit[eq]</c>.</summary>
    public static bool IsParameter(string name) => name is "limit" or "cursor" or "sort" or Include.Parameter;
}
