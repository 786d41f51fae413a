using Npgsql;

namespace Acme.Platform.Migrations;

/// <summary>The table in which applied versions stand, as dbmate makes it, and one beside it with the files as they were.</summary>
internal sealed class SchemaMigrations
{
    private readonly NpgsqlConnection connection;
    private readonly string versions;
    private readonly string files;

    private SchemaMigrations(NpgsqlConnection connection, string schema)
    {
        this.connection = connection;
        versions = $"{schema}.schema_migrations";
        files = $"{schema}.schema_migration_files";
    }

    /// <summary>Finds the tables' schema now, because a migration may change the search path.</summary>
    public static async Task<SchemaMigrations> InAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select quote_ident(coalesce(current_schema(), 'public'))", connection);
        return new SchemaMigrations(connection, (string)(await command.ExecuteScalarAsync(cancellationToken))!);
    }

    /// <summary>A version that dbmate takes back takes its file with it.</summary>
    public Task CreateAsync(CancellationToken cancellationToken) =>
        ExecuteAsync(
            $"""
            create table if not exists {versions} (version varchar primary key);
            create table if not exists {files} (
                version varchar primary key references {versions} on delete cascade,
                file text not null,
                sha256 text not null,
                recorded_at timestamptz not null default now()
            )
            """,
            [],
            cancellationToken);

    /// <summary>The applied versions; none as long as the table does not exist.</summary>
    public async Task<IReadOnlySet<string>> VersionsAsync(CancellationToken cancellationToken) =>
        (await ReadAsync($"select version from {versions}", row => row.GetString(0), cancellationToken)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The files of applied versions as they were, as far as they were recorded.</summary>
    public async Task<IReadOnlyDictionary<string, MigrationRecord>> RecordsAsync(CancellationToken cancellationToken)
    {
        var records = await ReadAsync(
            $"select version, file, sha256, recorded_at from {files}",
            row => (Version: row.GetString(0), Record: new MigrationRecord(row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3))),
            cancellationToken);
        return records.ToDictionary(one => one.Version, one => one.Record, StringComparer.Ordinal);
    }

    public async Task AddAsync(MigrationFile file, string hash, CancellationToken cancellationToken)
    {
        await ExecuteAsync($"insert into {versions} (version) values ($1)", [file.Version], cancellationToken);
        await RecordAsync(file.Version, file.Name, hash, cancellationToken);
    }

    public Task RecordAsync(string version, string file, string hash, CancellationToken cancellationToken) =>
        ExecuteAsync(
            $"""
            insert into {files} (version, file, sha256) values ($1, $2, $3)
            on conflict (version) do update set file = excluded.file, sha256 = excluded.sha256, recorded_at = excluded.recorded_at
            """,
            [version, file, hash],
            cancellationToken);

    public Task RemoveAsync(string version, CancellationToken cancellationToken) =>
        ExecuteAsync($"delete from {versions} where version = $1", [version], cancellationToken);

    private async Task ExecuteAsync(string sql, string[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await using var command = new NpgsqlCommand(sql, connection);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(read(reader));
            return rows;
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return rows;
        }
    }
}
