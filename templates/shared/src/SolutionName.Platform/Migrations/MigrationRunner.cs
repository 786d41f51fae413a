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

    /// <summary>
    /// Called with the applied migrations whose files were edited since. When it returns, the files are recorded as they are now; without it
    /// such files are refused.
    /// </summary>
    public Action<IReadOnlyList<MigrationState>>? OnEdited { get; init; }

    /// <summary>Applies the files that the database does not have yet. The first error ends it; what was applied before stays.</summary>
    /// <param name="onApplied">Called after each file.</param>
    /// <param name="cancellationToken">Stops it; the file under way is rolled back.</param>
    /// <returns>What was applied, in order.</returns>
    /// <exception cref="MigrationException">A file cannot be read or was edited after it ran, or PostgreSQL refused a statement.</exception>
    public async Task<IReadOnlyList<AppliedMigration>> MigrateAsync(
        Action<AppliedMigration>? onApplied = null, CancellationToken cancellationToken = default)
    {
        var files = MigrationFile.InFolder(folder);
        await using var session = await MigrationSession.OpenAsync(database, OnWaiting, cancellationToken);
        var history = await SchemaMigrations.InAsync(session.Connection, cancellationToken);
        await history.CreateAsync(cancellationToken);

        var states = await StatesAsync(files, history, cancellationToken);
        await RecordAsync(states, history, cancellationToken);
        var pending = states.Where(state => !state.Applied).Select(state => state.Version).ToHashSet(StringComparer.Ordinal);
        return await RunAsync(session, [.. files.Where(file => pending.Contains(file.Version)).Select(Up)], onApplied, cancellationToken);

        PartExecution Up(MigrationFile file)
        {
            var script = file.Read();
            return new PartExecution(session.Connection, file, script.Up, token => history.AddAsync(file, script.Hash, token));
        }
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

        var latest = (await StatesAsync(files, history, cancellationToken)).Where(state => state.Applied).Reverse().Take(steps);
        var undone = latest.Select(state => DownOf(files, state))
            .Select(down => new PartExecution(
                session.Connection, down.File, down.Part, token => history.RemoveAsync(down.File.Version, token)));
        return await RunAsync(session, [.. undone], onRolledBack, cancellationToken);
    }

    /// <summary>Where each migration stands, in the order in which they run. Changes nothing.</summary>
    /// <exception cref="MigrationException">The folder is missing, or holds a file that is not named as a migration.</exception>
    public async Task<IReadOnlyList<MigrationState>> StatusAsync(CancellationToken cancellationToken = default)
    {
        var files = MigrationFile.InFolder(folder);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await StatesAsync(files, await SchemaMigrations.InAsync(connection, cancellationToken), cancellationToken);
    }

    private static async Task<IReadOnlyList<MigrationState>> StatesAsync(
        IReadOnlyList<MigrationFile> files, SchemaMigrations history, CancellationToken cancellationToken)
    {
        var versions = await history.VersionsAsync(cancellationToken);
        var records = await history.RecordsAsync(cancellationToken);
        return files.Select(file => new MigrationState(file.Version, file.Name, versions.Contains(file.Version)) { Hash = file.Hash() })
            .Concat(versions.Except(files.Select(file => file.Version)).Select(version => new MigrationState(version, null, true)))
            .Select(state => state with { Record = state.Applied ? records.GetValueOrDefault(state.Version) : null })
            .OrderBy(state => state.File ?? state.Version, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Refuses edited files, and records those that ran before there were records, or by dbmate.</summary>
    private async Task RecordAsync(IReadOnlyList<MigrationState> states, SchemaMigrations history, CancellationToken cancellationToken)
    {
        var edited = states.Where(state => state.IsEdited).ToList();
        if (edited.Count > 0)
            (OnEdited ?? Refuse)(edited);
        foreach (var state in states.Where(state => state is { Applied: true, Record: null }).Concat(edited))
        {
            if (state is { File: { } file, Hash: { } hash })
                await history.RecordAsync(state.Version, file, hash, cancellationToken);
        }
    }

    private static void Refuse(IReadOnlyList<MigrationState> edited) =>
        throw MigrationException.In(
            edited[0].File!, "was edited after it ran", "Take the edit back, and write the change as a new migration.");

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
        IReadOnlyList<PartExecution> parts,
        Action<AppliedMigration>? onDone,
        CancellationToken cancellationToken)
    {
        var done = new List<AppliedMigration>();
        foreach (var part in parts)
        {
            var start = Stopwatch.GetTimestamp();
            await session.ResetAsync(cancellationToken);
            await part.RunAsync(cancellationToken);
            done.Add(new AppliedMigration(part.File.Version, part.File.Name, Stopwatch.GetElapsedTime(start)));
            onDone?.Invoke(done[^1]);
        }

        return done;
    }
}
