namespace Acme.Platform.Migrations;

/// <summary>The file of a migration as it was when it ran.</summary>
/// <param name="File">Its name, without its folder.</param>
/// <param name="Hash">SHA-256 of its text, line ends aside.</param>
/// <param name="At">When it ran; for one that ran before there were records, when it was recorded.</param>
public sealed record MigrationRecord(string File, string Hash, DateTimeOffset At);
