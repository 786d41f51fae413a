namespace Be.Postgres;

/// <summary>What somebody should know about a migration before the next one runs.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Version">The migration's version.</param>
/// <param name="Problem">What is the matter, naming the file.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record MigrationNote(MigrationNoteKind Kind, string Version, string Problem, string Remedy);

/// <summary>What a note is about.</summary>
public enum MigrationNoteKind
{
    /// <summary>The file was edited after it ran: databases that have it do not have the edit.</summary>
    Edited,

    /// <summary>It is pending, and a newer one has run: a branch that was merged late.</summary>
    OutOfOrder,

    /// <summary>It ran, and its file is not in the folder: another branch's.</summary>
    FileMissing,

    /// <summary>It ran under another version: the file was renamed since.</summary>
    Renamed,

    /// <summary>It was written without knowing of another one: two branches grew from the same migration.</summary>
    SamePredecessor,
}
