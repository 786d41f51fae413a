namespace Be.Scaffolding.Fields;

/// <summary>The pieces of a field as typed, before any of them is given a meaning.</summary>
/// <param name="Name">Before the colon.</param>
/// <param name="Type">The type's word.</param>
/// <param name="Arguments">Inside its round brackets; null when it has none.</param>
/// <param name="MaxItems">Inside its square brackets; null when it has none.</param>
/// <param name="Nullable"><c>?</c>.</param>
/// <param name="Unique"><c>:unique</c>.</param>
/// <param name="Index"><c>:index</c>.</param>
/// <param name="Default">After the equals sign; null when there is none.</param>
internal sealed record FieldParts(
    string Name,
    string Type,
    string? Arguments = null,
    string? MaxItems = null,
    bool Nullable = false,
    bool Unique = false,
    bool Index = false,
    string? Default = null
)
{
    /// <summary>The field in the order of the field language.</summary>
    public override string ToString() =>
        $"{Name}:{Type}"
        + (Arguments is null ? "" : $"({Arguments})")
        + (MaxItems is null ? "" : $"[{MaxItems}]")
        + (Nullable ? "?" : "")
        + (Unique ? ":unique" : "")
        + (Index ? ":index" : "")
        + (Default is null ? "" : "=" + Default);
}
