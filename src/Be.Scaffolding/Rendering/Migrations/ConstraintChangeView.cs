namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>A constraint that takes the place of another one, as the migration templates see it.</summary>
/// <param name="table">The table.</param>
/// <param name="before">The definition of the one that goes: <c>constraint name …</c>.</param>
/// <param name="after">That of the other.</param>
internal sealed class ConstraintChangeView(string table, string before, string after)
{
    public string Table => table;
    public string Before => before;
    public string BeforeName => NameOf(before);
    public string After => after;
    public string AfterName => NameOf(after);

    /// <summary>The table that a foreign key refers to; null for a check.</summary>
    public string? Target { get; init; }

    /// <summary>Which rows the narrower one of two checks forbids; null for a foreign key.</summary>
    public string? Forbidden { get; init; }

    /// <summary>Whether programs from before may write what it forbids.</summary>
    public bool IsLater { get; init; }

    /// <summary>Whether new programs cannot read what it forbids.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Whether programs from before cannot read what it takes, which the other forbade.</summary>
    public bool IsNewToEnum { get; init; }

    /// <summary>Whether the way back forbids what may be there by then.</summary>
    public bool IsNarrowerBefore => Forbidden is not null && !IsLater && !IsUnreadable;

    public IReadOnlyList<string> ConstraintNames => [AfterName];

    private static string NameOf(string definition) => definition.Split(' ')[1];
}
