namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>A migration that a change of the model needs; its version is given when it is written.</summary>
/// <param name="Name">What it does, in snake_case: the file is <c>&lt;version&gt;_&lt;name&gt;.sql</c>.</param>
/// <param name="Text">The whole file, in dbmate's format.</param>
/// <param name="Folder">Where it goes, relative to the solution's root.</param>
public sealed record MigrationFile(string Name, string Text, string Folder)
{
    /// <summary>Whether it is made only if there is none of its name: the model does not tell, since an earlier version of the tool made none.</summary>
    public bool IsUnlessThere { get; init; }
}
