namespace Be.Scaffolding.Rendering.Views;

/// <summary>A field that lists are filtered by, as the templates see it.</summary>
/// <param name="Json">As callers write it.</param>
/// <param name="Property">The entity's.</param>
/// <param name="Method">What of the list's rules it is given to.</param>
/// <param name="Column">As SQL writes it.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="FilterType">What clients of the service make their filters of.</param>
internal sealed record ListFieldView(string Json, string Property, string Method, string Column, bool IsNullable, string FilterType)
{
    /// <summary>The column as a C# string, with <c>?</c> where it may be null.</summary>
    public string ColumnLiteral => CSharp.Literal(IsNullable ? Column + "?" : Column);

    public static ListFieldView Of(FieldView field)
    {
        var method =
            field.IsSearched ? "SearchAndSort"
            : field.IsSorted ? "FilterAndSort"
            : "Filter";
        return new(field.Json, field.Property, method, field.Column, field.Nullable, field.FilterType);
    }
}
