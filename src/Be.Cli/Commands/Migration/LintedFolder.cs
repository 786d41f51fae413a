using Acme.Platform.Migrations;
using Be.Postgres;
using Be.Postgres.Lint;
using Be.Scaffolding;
using Be.Scaffolding.Json;
using LintFinding = Be.Postgres.Lint.Finding;

namespace Be.Cli.Commands;

/// <summary>The files of a folder, as the linter takes them.</summary>
/// <param name="Folder">Its full path.</param>
/// <param name="Solution">The root of the solution that it is in; null when it is in none.</param>
/// <param name="Paths">All files that count, as they are printed, in the order in which they run.</param>
/// <param name="Chosen">Those to report on.</param>
internal sealed record LintedFolder(string Folder, string? Solution, IReadOnlyList<string> Paths, IReadOnlyList<string> Chosen)
{
    /// <summary>The database that they will run on; null when none was named.</summary>
    public LiveDatabase? Live { get; private init; }

    private IReadOnlyList<Elsewhere> Elsewhere { get; init; } = [];

    /// <summary>All migrations of a solution's folder.</summary>
    /// <exception cref="UserError">A name is none of a migration, or two have the same version.</exception>
    public static LintedFolder OfSolution(string root, string folder)
    {
        try
        {
            var files = Directory.Exists(folder) ? MigrationFile.InFolder(folder).Select(file => Shown(file.Path)).ToList() : [];
            return new LintedFolder(folder, root, files, files);
        }
        catch (MigrationException invalid)
        {
            throw new UserError(invalid.Message, invalid.Remedy);
        }
    }

    /// <summary>Files that were named, folder by folder. The migrations beside them are what runs before and after.</summary>
    /// <exception cref="UserError">There is no such file.</exception>
    public static List<LintedFolder> OfFiles(IEnumerable<string> files) =>
        [
            .. files
                .Select(Existing)
                .Distinct()
                .GroupBy(file => Path.GetDirectoryName(file)!)
                .Select(group => OfFiles(group.Key, [.. group])),
        ];

    /// <summary>The same, as far as a database does not have it yet.</summary>
    /// <exception cref="UserError">That is no connection string, or the database cannot be read.</exception>
    public async Task<LintedFolder> AgainstAsync(string connection, CancellationToken cancellation)
    {
        var database = DatabaseLocator.Named(connection, "--against");
        var (live, versions) = await database.ReadAsync(cancellation);
        return this with
        {
            Live = live,
            Elsewhere = [.. Elsewhere, new Elsewhere("the database", versions)],
            Paths = [.. Paths.Where(IsPending)],
            Chosen = [.. Chosen.Where(IsPending)],
        };

        bool IsPending(string path) => !versions.Contains(VersionOf(Path.GetFileName(path)));
    }

    /// <summary>The same, as far as a branch does not have it as it is here.</summary>
    /// <exception cref="UserError">There is no such branch, or no repository.</exception>
    public async Task<LintedFolder> BesideAsync(string branch, CancellationToken cancellation)
    {
        if (!Directory.Exists(Folder))
            return this;
        var (there, changed) = await GitFolder.CompareAsync(Folder, branch, cancellation);
        var versions = there.Where(IsMigration).Select(VersionOf).ToHashSet();
        return this with
        {
            Elsewhere = [.. Elsewhere, new Elsewhere(branch, versions) { Files = there }],
            Chosen = [.. Chosen.Where(path => Path.GetFileName(path) is var name && (!there.Contains(name) || changed.Contains(name)))],
        };
    }

    /// <summary>What the linter finds in those that are chosen.</summary>
    public IReadOnlyList<LintFinding> Check()
    {
        var isOurs = Solution is not null;
        var options = new LintOptions
        {
            SchemasAreModules = isOurs,
            RunnerSetsTimeouts = isOurs,
            Elsewhere = Elsewhere,
        };
        var order = Paths.Index().ToDictionary(path => path.Item, path => path.Index);
        return
        [
            .. new Linter(AllRules.List, options, Live)
                .Check(Paths, Chosen.ToHashSet())
                .OrderBy(finding => order[finding.File])
                .ThenBy(finding => finding.Line),
        ];
    }

    private static LintedFolder OfFiles(string folder, List<string> files)
    {
        var migrations = Directory.EnumerateFiles(folder, "*.sql").Where(file => IsMigration(Path.GetFileName(file)));
        var others = files.Where(file => !IsMigration(Path.GetFileName(file)));
        var all = migrations.Union(files.Except(others)).OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal).Concat(others);
        return new LintedFolder(folder, SolutionOf(folder), [.. all.Select(Shown)], [.. files.Select(Shown)]);
    }

    /// <summary>A version, then what it does: what a runner takes for one.</summary>
    private static bool IsMigration(string name) => VersionOf(name).Length > 0 && name.EndsWith(".sql", StringComparison.OrdinalIgnoreCase);

    private static string VersionOf(string name) => new([.. name.TakeWhile(char.IsAsciiDigit)]);

    private static string Existing(string file)
    {
        if (Directory.Exists(file))
            throw UserError.InArguments($"{file} is a folder.", $"Name its files: be migration lint {file.TrimEnd('/')}/*.sql");
        return File.Exists(file)
            ? Path.GetFullPath(file)
            : throw UserError.InArguments($"There is no file {file}.", "Name files that are there: be migration lint migrations/*.sql");
    }

    private static string? SolutionOf(string folder)
    {
        try
        {
            return BeJson.FindRoot(folder);
        }
        catch (UserError)
        {
            return null;
        }
    }

    /// <summary>As people and annotations name a file: from the current folder.</summary>
    private static string Shown(string file) => Path.GetRelativePath(Environment.CurrentDirectory, file).Replace('\\', '/');
}
