using Npgsql;

namespace Acme.Platform.Migrations;

/// <summary>The table in which applied versions stand, as dbmate makes it.</summary>
internal sealed class SchemaMigrations
{
    private readonly NpgsqlConnection connection;
    private readonly string table;

    private SchemaMigrations(NpgsqlConnection connection, string table)
    {
        this.connection = connection;
        this.table = table;
    }

    /// <summary>Finds the table's schema now, because a migration may change the search path.</summary>
    public static async Task<SchemaMigrations> InAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select quote_ident(coalesce(current_schema(), 'public'))", connection);
        var schema = (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        return new SchemaMigrations(connection, $"{schema}.schema_migrations");
    }

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"create table if not exists {table} (version varchar primary key)", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The applied versions; none as long as the table does not exist.</summary>
    public async Task<IReadOnlySet<string>> VersionsAsync(CancellationToken cancellationToken)
    {
        var versions = new HashSet<string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand($"select version from {table}", connection);
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                versions.Add(reader.GetString(0));
            return versions;
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return versions;
        }
    }

    public Task AddAsync(string version, CancellationToken cancellationToken) =>
        ExecuteAsync($"insert into {table} (version) values ($1)", version, cancellationToken);

    public Task RemoveAsync(string version, CancellationToken cancellationToken) =>
        ExecuteAsync($"delete from {table} where version = $1", version, cancellationToken);

    private async Task ExecuteAsync(string sql, string version, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = version } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
