using System.Text.RegularExpressions;
using Be.Scaffolding.Rendering.Migrations;

namespace Be.Scaffolding.Planning;

/// <summary>Migrations that are written and wait until no program runs from before the change. Neither be nor dbmate runs what is in a subfolder.</summary>
/// <param name="root">The solution's root.</param>
/// <param name="folder">The folder of the migrations, relative to it.</param>
public sealed class WaitingMigrations(string root, string folder)
{
    private const string Subfolder = "later";

    /// <summary>Where they wait, relative to the root.</summary>
    public string Folder => $"{folder}/{Subfolder}";

    /// <summary>Their paths, relative to the root, in the order in which they were made.</summary>
    public IReadOnlyList<string> Files { get; } =
        Directory.Exists(Path.Combine(root, folder, Subfolder))
            ?
            [
                .. Directory
                    .GetFiles(Path.Combine(root, folder, Subfolder), "*.sql")
                    .Select(file => $"{folder}/{Subfolder}/{Path.GetFileName(file)}")
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Whether a path is that of a migration that waits.</summary>
    internal static bool Holds(string path) =>
        path.Contains($"/{Subfolder}/", StringComparison.Ordinal) && path.EndsWith(".sql", StringComparison.Ordinal);

    /// <summary>Two changes of one thing run in the order in which they were made, so what waits has to come first.</summary>
    /// <exception cref="UserError">One that waits is about the same column or index.</exception>
    internal void Refuse(MigrationFile migration)
    {
        if (migration.Table is not { } table)
            return;
        foreach (var path in Files)
        {
            var sql = string.Join(
                '\n',
                DiskText.Read(root, path)!.Text.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal))
            );
            if (Names(sql, table) && migration.Things.FirstOrDefault(thing => Names(sql, thing)) is { } named)
            {
                throw new UserError(
                    $"{path} waits, and is about {named} of {table} too.",
                    "Once no program from before that change runs, write 'be migration contract'; then this again."
                );
            }
        }
    }

    /// <summary>Whether the name stands there by itself, not as a part of another.</summary>
    private static bool Names(string sql, string name) => Regex.IsMatch(sql, $@"(?<![\w""]){Regex.Escape(name)}(?![\w""])");
}
