using Acme.Platform.Migrations;
using Acme.Testing.Postgres;
using Npgsql;

namespace Be.Postgres.Tests;

internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly PostgresServer server;
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("be-migrations-");

    public TestDatabase(PostgresServer server, string connectionString)
    {
        this.server = server;
        ConnectionString = connectionString;
        Source = NpgsqlDataSource.Create(connectionString);
        Directory.CreateDirectory(Folder);
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    public string Root => root.FullName;

    public string Folder => Path.Combine(Root, "migrations");

    public MigrationRunner Runner => new(Source, Folder);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Writes a migration; its down part is left out when null.</summary>
    public void Write(string name, string up, string? down = "", string upOptions = "", string downOptions = "") =>
        File.WriteAllText(
            Path.Combine(Folder, name),
            $"-- migrate:up {upOptions}\n{up}\n" + (down is null ? "" : $"-- migrate:down {downOptions}\n{down}\n")
        );

    public void Delete(string name) => File.Delete(Path.Combine(Folder, name));

    public async Task<string[]> MigrateAsync() =>
        (await Runner.MigrateAsync(cancellationToken: Token)).Select(applied => applied.File).ToArray();

    public async Task<string[]> RollbackAsync(int steps = 1) =>
        (await Runner.RollbackAsync(steps, cancellationToken: Token)).Select(undone => undone.File).ToArray();

    /// <summary>One line a migration: <c>x</c> when applied, and the file or the version that has none.</summary>
    public async Task<string[]> StatusAsync() =>
        (await Runner.StatusAsync(Token)).Select(state => $"{(state.Applied ? "x" : "-")} {state.File ?? $"({state.Version})"}").ToArray();

    public Task<string[]> VersionsAsync() => QueryAsync("select version from schema_migrations order by version");

    public async Task<string[]> QueryAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Token);
        var rows = new List<string>();
        while (await reader.ReadAsync(Token))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))));
        return [.. rows];
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }

    /// <summary>Takes the database away, and keeps its folder.</summary>
    public Task DropAsync() => server.DropDatabaseAsync(ConnectionString, Token);

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await server.DropDatabaseAsync(ConnectionString, CancellationToken.None);
        root.Delete(recursive: true);
    }
}
