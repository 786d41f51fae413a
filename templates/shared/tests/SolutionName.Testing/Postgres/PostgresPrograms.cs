using System.Globalization;
using System.Text.RegularExpressions;

namespace Acme.Testing.Postgres;

/// <summary>The server programs of PostgreSQL that are installed on this machine.</summary>
/// <param name="Folder">The folder that holds initdb, pg_ctl and postgres.</param>
internal sealed partial record PostgresPrograms(string Folder)
{
    private const int OldestVersion = 14;

    private static readonly string Extension = OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>Folder patterns of the usual installations; <c>*</c> is a version.</summary>
    private static readonly string[] InstallFolders =
    [
        "/usr/lib/postgresql/*/bin", // Debian, Ubuntu
        "/usr/pgsql-*/bin", // Red Hat, packages of postgresql.org
        "/usr/libexec/postgresql*", // Alpine
        "/opt/homebrew/opt/postgresql*/bin", // Homebrew on Apple silicon
        "/usr/local/opt/postgresql*/bin", // Homebrew on Intel
        "/home/linuxbrew/.linuxbrew/opt/postgresql*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
        "/opt/local/lib/postgresql*/bin", // MacPorts
        @"C:\Program Files\PostgreSQL\*\bin",
    ];

    public string Initdb => Program("initdb");

    public string PgCtl => Program("pg_ctl");

    private bool AreComplete => File.Exists(Initdb) && File.Exists(PgCtl) && File.Exists(Program("postgres"));

    /// <summary>The programs on the PATH, else the newest that are installed; null when there are none of version 14 or newer.</summary>
    public static Task<PostgresPrograms?> FindAsync(CancellationToken cancellationToken)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var onPath = path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return FindInAsync(onPath.Concat(InstallFolders.SelectMany(Matches)), cancellationToken);
    }

    internal static async Task<PostgresPrograms?> FindInAsync(IEnumerable<string> folders, CancellationToken cancellationToken)
    {
        foreach (var folder in folders)
        {
            var programs = new PostgresPrograms(folder);
            if (programs.AreComplete && await programs.VersionAsync(cancellationToken) >= OldestVersion)
                return programs;
        }

        return null;
    }

    /// <summary>The folders that a pattern names, the newest version first.</summary>
    internal static IEnumerable<string> Matches(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        var parent = Path.GetDirectoryName(pattern[..(star + 1)])!;
        var namePattern = Path.GetFileName(pattern[..(star + 1)]);
        if (!Directory.Exists(parent))
            return [];
        return Directory.EnumerateDirectories(parent, namePattern)
            .OrderByDescending(folder => VersionIn(Path.GetFileName(folder)))
            .Select(folder => folder + pattern[(star + 1)..]);
    }

    private async Task<double> VersionAsync(CancellationToken cancellationToken) =>
        VersionIn(await new Command(Program("postgres"), "--version").ReadAsync(cancellationToken) ?? "");

    /// <summary>The first number of a text: 15.5 in <c>postgres (PostgreSQL) 15.5 (Debian 15.5-1)</c>; 0 without one.</summary>
    private static double VersionIn(string text) =>
        double.TryParse(VersionNumber().Match(text).Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private string Program(string name) => Path.Combine(Folder, name + Extension);

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex VersionNumber();
}
