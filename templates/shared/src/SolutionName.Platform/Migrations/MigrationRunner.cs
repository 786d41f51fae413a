using System.Diagnostics;
using Npgsql;

namespace Acme.Platform.Migrations;

/// <summary>Brings a database to the state that a folder of migration files describes, as dbmate would.</summary>
/// <param name="database">The database.</param>
/// <param name="folder">The folder with files named <c>&lt;version&gt;_&lt;what&gt;.sql</c>.</param>
/// <remarks>Any number of processes may run it at once: one migrates, the others wait for it.</remarks>
public sealed class MigrationRunner(NpgsqlDataSource database, string folder)
{
    /// <summary>Called once when another process is migrating the database and this one has to wait.</summary>
    public Action? OnWaiting { get; init; }

    /// <summary>Applies the files that the database does not have yet. The first error ends it; what was applied before stays.</summary>
    /// <param name="onApplied">Called after each file.</param>
    /// <param name="cancellationToken">Stops it; the file under way is rolled back.</param>
    /// <returns>What was applied, in order.</returns>
    /// <exception cref="MigrationException">A file cannot be read, or PostgreSQL refused a statement.</exception>
    public async Task<IReadOnlyList<AppliedMigration>> MigrateAsync(
        Action<AppliedMigration>? onApplied = null, CancellationToken cancellationToken = default)
    {
        var files = MigrationFile.InFolder(folder);
        await using var session = await MigrationSession.OpenAsync(database, OnWaiting, cancellationToken);
        var history = await SchemaMigrations.InAsync(session.Connection, cancellationToken);
        await history.CreateAsync(cancellationToken);

        var versions = await history.VersionsAsync(cancellationToken);
        var pending = files.Where(file => !versions.Contains(file.Version)).Select(file => (file, file.Read().Up)).ToList();
        return await RunAsync(session, pending, history.AddAsync, onApplied, cancellationToken);
    }

    /// <summary>Undoes the migration that was applied last.</summary>
    /// <returns>What was undone; null when nothing is applied.</returns>
    /// <exception cref="MigrationException">The file or its down part is missing, or PostgreSQL refused a statement.</exception>
    public async Task<AppliedMigration?> RollbackAsync(CancellationToken cancellationToken = default) =>
        (await RollbackAsync(1, null, cancellationToken)).SingleOrDefault();

    /// <summary>Undoes the migrations that were applied last, the newest first.</summary>
    /// <param name="steps">How many; all when fewer are applied.</param>
    /// <param name="onRolledBack">Called after each file.</param>
    /// <param name="cancellationToken">Stops it; the file under way is rolled back to its applied state.</param>
    /// <returns>What was undone, in order.</returns>
    /// <exception cref="MigrationException">A file or its down part is missing, or PostgreSQL refused a statement.</exception>
    public async Task<IReadOnlyList<AppliedMigration>> RollbackAsync(
        int steps, Action<AppliedMigration>? onRolledBack = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        var files = MigrationFile.InFolder(folder);
        await using var session = await MigrationSession.OpenAsync(database, OnWaiting, cancellationToken);
        var history = await SchemaMigrations.InAsync(session.Connection, cancellationToken);

        var latest = States(files, await history.VersionsAsync(cancellationToken)).Where(state => state.Applied).Reverse().Take(steps);
        var undone = latest.Select(state => DownOf(files, state)).ToList();
        return await RunAsync(session, undone, history.RemoveAsync, onRolledBack, cancellationToken);
    }

    /// <summary>Where each migration stands, in the order in which they run. Changes nothing.</summary>
    /// <exception cref="MigrationException">The folder is missing, or holds a file that is not named as a migration.</exception>
    public async Task<IReadOnlyList<MigrationState>> StatusAsync(CancellationToken cancellationToken = default)
    {
        var files = MigrationFile.InFolder(folder);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var history = await SchemaMigrations.InAsync(connection, cancellationToken);
        return States(files, await history.VersionsAsync(cancellationToken));
    }

    private static List<MigrationState> States(IReadOnlyList<MigrationFile> files, IReadOnlySet<string> versions) =>
        files.Select(file => new MigrationState(file.Version, file.Name, versions.Contains(file.Version)))
            .Concat(versions.Except(files.Select(file => file.Version)).Select(version => new MigrationState(version, null, true)))
            .OrderBy(state => state.File ?? state.Version, StringComparer.Ordinal)
            .ToList();

    private static (MigrationFile File, MigrationPart Part) DownOf(IReadOnlyList<MigrationFile> files, MigrationState state)
    {
        var file = files.SingleOrDefault(file => file.Version == state.Version)
            ?? throw new MigrationException(
                $"version {state.Version} is applied, but its file is not in the folder",
                "Bring the file back, for example from version control.");
        return file.Read().Down is { Statements.Count: > 0 } down
            ? (file, down)
            : throw MigrationException.In(
                file.Name, "has no statement under '-- migrate:down'", "Write what undoes it, or undo it by a new migration.");
    }

    private static async Task<IReadOnlyList<AppliedMigration>> RunAsync(
        MigrationSession session,
        List<(MigrationFile File, MigrationPart Part)> migrations,
        Func<string, CancellationToken, Task> record,
        Action<AppliedMigration>? onDone,
        CancellationToken cancellationToken)
    {
        var done = new List<AppliedMigration>();
        foreach (var (file, part) in migrations)
        {
            var start = Stopwatch.GetTimestamp();
            await session.ResetAsync(cancellationToken);
            await new PartExecution(session.Connection, file, part, record).RunAsync(cancellationToken);
            done.Add(new AppliedMigration(file.Version, file.Name, Stopwatch.GetElapsedTime(start)));
            onDone?.Invoke(done[^1]);
        }

        return done;
    }
}
