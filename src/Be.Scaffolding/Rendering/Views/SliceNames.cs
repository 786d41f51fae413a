using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>Names that a slice's own code uses, so that those made from the model stay clear of them.</summary>
internal static class SliceNames
{
    /// <summary>What stands behind an entity's name in the names of its types.</summary>
    public static readonly HashSet<string> Suffixes =
    [
        "Request",
        "Response",
        "Contracts",
        "Endpoints",
        "Store",
        "References",
        "Samples",
        "Lookup",
        "UseCases",
        "Includes",
    ];

    private static readonly HashSet<string> Locals =
    [
        "request",
        "list",
        "query",
        "patch",
        "id",
        "error",
        "valid",
        "broken",
        "current",
        "rows",
        "command",
        "database",
        "references",
        "refusals",
        "change",
        "changed",
        "kept",
        "item",
        "ifMatch",
        "versions",
        "include",
        "includes",
        "found",
        "shown",
    ];

    /// <summary>The variable that holds one row.</summary>
    public static string Row(Name entity) => Locals.Contains(entity.Camel) ? entity.Camel + "Row" : CSharp.Variable(entity.Camel);

    /// <summary>The variable that holds the store: the plural, where that is free.</summary>
    public static string Store(Name entity, Name plural) =>
        plural == entity || Locals.Contains(plural.Camel) ? entity.Camel + "Store" : CSharp.Variable(plural.Camel);
}
