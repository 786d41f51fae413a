namespace Be.Scaffolding.Model;

/// <summary>A name with every spelling that code, SQL and URLs need. The only place where spellings are made.</summary>
public sealed record Name
{
    /// <summary>PascalCase, as C# types and properties spell it: <c>OrderLine</c>.</summary>
    public required string Pascal { get; init; }

    /// <summary>camelCase, as JSON spells it: <c>orderLine</c>.</summary>
    public required string Camel { get; init; }

    /// <summary>snake_case, as PostgreSQL spells it (unquoted): <c>order_line</c>.</summary>
    public required string Snake { get; init; }

    /// <summary>kebab-case, as URLs spell it: <c>order-line</c>.</summary>
    public required string Kebab { get; init; }

    /// <summary>Lower-case words, for sentences: <c>order line</c>.</summary>
    public required string Words { get; init; }
}
