namespace Acme.Platform.Migrations;

/// <summary>Where one migration stands.</summary>
/// <param name="Version">The digits that the file's name starts with.</param>
/// <param name="File">The file's name, without its folder; null when the database has the version and the folder has not.</param>
/// <param name="Applied">Whether the database has it.</param>
public sealed record MigrationState(string Version, string? File, bool Applied)
{
    /// <summary>Applied once, but its file is no longer in the folder.</summary>
    public bool FileIsMissing => File is null;

    /// <summary>SHA-256 of the file's text, line ends aside; null without a file.</summary>
    public string? Hash { get; init; }

    /// <summary>The file as it was when it ran; null when that is not known, as after dbmate, or when it has not run.</summary>
    public MigrationRecord? Record { get; init; }

    /// <summary>Whether the file was changed after it ran.</summary>
    public bool IsEdited => Record is not null && Hash is not null && Record.Hash != Hash;
}
