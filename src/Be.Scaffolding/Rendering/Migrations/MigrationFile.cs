using System.Collections.Immutable;

namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>A migration that a change of the model needs; its version is given when it is written.</summary>
/// <param name="Name">What it does, in snake_case: the file is <c>&lt;version&gt;_&lt;name&gt;.sql</c>.</param>
/// <param name="Text">The whole file, in dbmate's format.</param>
/// <param name="Folder">Where it goes, relative to the solution's root.</param>
public sealed record MigrationFile(string Name, string Text, string Folder)
{
    /// <summary>Whether it is made only if there is none of its name: the model does not tell, since an earlier version of the tool made none.</summary>
    public bool IsUnlessThere { get; init; }

    /// <summary>Whether it waits until no program runs from before the change.</summary>
    public bool IsLater { get; init; }

    /// <summary>The table that it changes, as SQL writes it; null when that is new.</summary>
    public string? Table { get; init; }

    /// <summary>The columns or the index of that table which it is about, as SQL writes them.</summary>
    public ImmutableArray<string> Things { get; init; } = [];
}
