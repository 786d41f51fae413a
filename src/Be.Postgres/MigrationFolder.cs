using System.Text.RegularExpressions;
using Be.Scaffolding;
using Be.Scaffolding.Planning;

namespace Be.Postgres;

/// <summary>The migrations of a solution, as a place for a new one that is written by hand.</summary>
public static partial class MigrationFolder
{
    private const int MaxNameLength = 100;

    private const string Skeleton = """
        -- migrate:up
        set local lock_timeout = '2s';
        set local statement_timeout = '60s';


        -- migrate:down
        set local lock_timeout = '2s';
        set local statement_timeout = '60s';


        """;

    /// <summary>A migration with an empty up and down part, not written yet.</summary>
    /// <param name="root">The solution's root.</param>
    /// <param name="folder">The folder of the migrations, relative to it.</param>
    /// <param name="name">What the migration does: <c>add_order_notes</c>, <c>"Add order notes"</c> or <c>AddOrderNotes</c>.</param>
    /// <param name="now">The time of the version, unless a file has a later one.</param>
    /// <returns>The path relative to the root, and the text.</returns>
    /// <exception cref="UserError">The name is none for a file.</exception>
    public static (string Path, string Text) Plan(string root, string folder, string name, DateTimeOffset now)
    {
        var skeleton = new Be.Scaffolding.Rendering.Migrations.MigrationFile(SnakeCase(name), Skeleton.ReplaceLineEndings("\n"), folder);
        var change = new MigrationPlan(root, folder, now).Of([skeleton]).Single();
        return (change.Path, change.After!);
    }

    private static string SnakeCase(string name)
    {
        var words = Words().Matches(name).Select(word => word.Value.ToLowerInvariant());
        return Allowed().IsMatch(name) && name.Length <= MaxNameLength
            ? string.Join('_', words)
            : throw UserError.InArguments(
                $"'{name}' does not name a migration: a letter, then letters, digits, spaces, '-', '_', at most {MaxNameLength} in all.",
                "be migration add add_order_notes"
            );
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9 _-]*\z")]
    private static partial Regex Allowed();

    [GeneratedRegex("[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")]
    private static partial Regex Words();
}
