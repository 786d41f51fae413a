namespace Acme.Platform.Migrations;

/// <summary>A migration that was just applied or rolled back.</summary>
/// <param name="Version">The digits that the file's name starts with.</param>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record AppliedMigration(string Version, string File, TimeSpan Elapsed);
