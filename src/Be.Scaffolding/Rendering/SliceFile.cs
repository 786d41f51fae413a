namespace Be.Scaffolding.Rendering;

/// <summary>Who owns a file that the tool writes.</summary>
public enum FileKind
{
    /// <summary>The tool keeps it in step with be.json, and it says so in its first line.</summary>
    Owned,

    /// <summary>The user's: written once; later changes reach it by three-way merge.</summary>
    Yours,

    /// <summary>Written once, never rendered again.</summary>
    Migration,
}

/// <summary>A file that a model gives.</summary>
/// <param name="Path">Relative to the solution's root, with forward slashes.</param>
/// <param name="Kind">Who owns it.</param>
/// <param name="Source">Canonical text of the part of the model that it comes from: equal sources give equal texts.</param>
/// <param name="Render">Makes the text (LF, no BOM). Pure; called only when needed.</param>
public sealed record SliceFile(string Path, FileKind Kind, string Source, Func<string> Render);
