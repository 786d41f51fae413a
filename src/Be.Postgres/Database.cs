using Acme.Platform.Migrations;
using Be.Postgres.Lint;
using Be.Postgres.Review;
using Be.Postgres.Seeding;
using Be.Scaffolding;
using Be.Scaffolding.Model;
using Npgsql;

namespace Be.Postgres;

/// <summary>The database that <c>be db</c> works on. Every failure is a <see cref="UserError"/>.</summary>
public sealed class Database
{
    private readonly NpgsqlConnectionStringBuilder connection;

    internal Database(NpgsqlConnectionStringBuilder connection) => this.connection = connection;

    /// <summary>Which database this is, without the password.</summary>
    public string Description => ConnectionText.Describe(connection);

    /// <summary>Whether its server runs here, so that it is one to develop on.</summary>
    public bool IsOnThisMachine =>
        connection.Host is not { } host
        || host.StartsWith('/')
        || host is "localhost" or "127.0.0.1" or "::1"
        || host == Environment.MachineName;

    /// <summary>How to connect, password included: for a process to use, not for output.</summary>
    public string ConnectionString => connection.ConnectionString;

    /// <summary>Applies the migrations that the database does not have yet; creates the database where there is none.</summary>
    /// <param name="folder">The folder with the migrations.</param>
    /// <param name="onApplied">Called after each file.</param>
    /// <param name="onNotice">Called with a line about what else happens: the database was created, another process migrates.</param>
    /// <param name="acceptEdits">Whether files that were edited after they ran are recorded as they are now, instead of refused.</param>
    /// <param name="cancellationToken">Stops it; the file under way is rolled back.</param>
    /// <returns>What was applied, in order.</returns>
    public async Task<IReadOnlyList<AppliedMigration>> MigrateAsync(
        string folder,
        Action<AppliedMigration>? onApplied = null,
        Action<string>? onNotice = null,
        bool acceptEdits = false,
        CancellationToken cancellationToken = default
    )
    {
        if (await CreateIfMissingAsync(cancellationToken))
            onNotice?.Invoke($"created the database {connection.Database}");
        return await RunAsync(folder, onNotice, runner => runner.MigrateAsync(onApplied, cancellationToken), OnEdited);

        void OnEdited(IReadOnlyList<MigrationState> edited)
        {
            if (!acceptEdits)
                throw EditedFiles(edited);
            foreach (var state in edited)
                onNotice?.Invoke($"accepted the edits of {state.File}");
        }
    }

    /// <summary>Undoes the migrations that were applied last.</summary>
    /// <param name="folder">The folder with the migrations.</param>
    /// <param name="steps">How many.</param>
    /// <param name="onRolledBack">Called after each file.</param>
    /// <param name="onNotice">Called with a line when another process migrates and this one waits.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was undone, the newest first; empty when nothing is applied.</returns>
    public Task<IReadOnlyList<AppliedMigration>> RollbackAsync(
        string folder,
        int steps = 1,
        Action<AppliedMigration>? onRolledBack = null,
        Action<string>? onNotice = null,
        CancellationToken cancellationToken = default
    ) => RunAsync(folder, onNotice, runner => runner.RollbackAsync(steps, onRolledBack, cancellationToken));

    /// <summary>Where each migration stands. Changes nothing.</summary>
    public Task<IReadOnlyList<MigrationState>> StatusAsync(string folder, CancellationToken cancellationToken = default) =>
        RunAsync(folder, null, runner => runner.StatusAsync(cancellationToken));

    /// <summary>Its tables, as the linter wants to know them, and the versions of the migrations that it has. Changes nothing.</summary>
    public Task<(LiveDatabase Tables, IReadOnlySet<string> Versions)> ReadAsync(CancellationToken cancellationToken = default) =>
        DatabaseFailure.ExplainAsync(
            connection,
            async () =>
            {
                await using var database = NpgsqlDataSource.Create(connection);
                var tables = await LiveDatabase.ReadAsync(database, cancellationToken);
                await using var session = await database.OpenConnectionAsync(cancellationToken);
                var history = await SchemaMigrations.InAsync(session, cancellationToken);
                return (tables, await history.VersionsAsync(cancellationToken));
            }
        );

    /// <summary>What there is to mend in it. Changes nothing.</summary>
    public Task<ReviewReport> ReviewAsync(IReadOnlyList<ReviewRule> rules, CancellationToken cancellationToken = default) =>
        DatabaseFailure.ExplainAsync(
            connection,
            async () =>
            {
                await using var database = NpgsqlDataSource.Create(connection);
                return await new Reviewer(rules).ReviewAsync(database, cancellationToken);
            }
        );

    /// <summary>Fills tables with rows, all of them or, when anything goes wrong, none.</summary>
    /// <param name="solution">The model.</param>
    /// <param name="modules">The modules whose tables are in this database.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="onSeeded">Called after each table.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    /// <returns>What became of each table, in the order in which they were filled.</returns>
    public Task<IReadOnlyList<SeededTable>> SeedAsync(
        Solution solution,
        IReadOnlyCollection<Module> modules,
        SeedRequest request,
        Action<SeededTable>? onSeeded = null,
        CancellationToken cancellationToken = default
    ) =>
        DatabaseFailure.ExplainAsync(
            connection,
            async () =>
            {
                await using var database = NpgsqlDataSource.Create(connection);
                return await new Seeder(solution, modules, request).RunAsync(database, onSeeded, cancellationToken);
            }
        );

    /// <summary>Creates the database where the server has none of its name.</summary>
    /// <returns>Whether it was created.</returns>
    public Task<bool> CreateIfMissingAsync(CancellationToken cancellationToken = default) =>
        DatabaseFailure.ExplainAsync(connection, () => DatabaseCreation.CreateIfMissingAsync(connection, cancellationToken));

    private static UserError EditedFiles(IReadOnlyList<MigrationState> edited)
    {
        var first = MigrationNotes.Edited(edited[0]);
        var others = edited.Count == 1 ? "" : $" So were {string.Join(", ", edited.Skip(1).Select(state => state.File))}.";
        return new UserError($"{first.Problem}{others} Nothing was applied.", first.Remedy);
    }

    private Task<T> RunAsync<T>(
        string folder,
        Action<string>? onNotice,
        Func<MigrationRunner, Task<T>> run,
        Action<IReadOnlyList<MigrationState>>? onEdited = null
    ) =>
        DatabaseFailure.ExplainAsync(
            connection,
            async () =>
            {
                await using var database = NpgsqlDataSource.Create(connection);
                return await run(
                    new MigrationRunner(database, folder)
                    {
                        OnWaiting = () => onNotice?.Invoke("another process migrates this database: waiting for it to end"),
                        OnEdited = onEdited,
                    }
                );
            }
        );
}
