using System.Globalization;
using Be.Scaffolding;
using Be.Scaffolding.Model;
using Npgsql;
using NpgsqlTypes;

namespace Be.Postgres.Seeding;

/// <summary>What seeding asks of a database, in one transaction.</summary>
internal sealed class SeedConnection(NpgsqlConnection connection, CancellationToken cancellationToken)
{
    private const int MostRowsReferredTo = 100_000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Whether the table has rows.</summary>
    /// <exception cref="UserError">It is not as the model says: a migration has not run.</exception>
    public async Task<bool> HasRowsAsync(SeedTable table)
    {
        try
        {
            // Naming the columns makes PostgreSQL check them.
            return (bool)(await ScalarAsync($"select exists (select {string.Join(", ", table.Columns)} from {table.Sql})"))!;
        }
        catch (PostgresException missing)
            when (missing.SqlState
                    is PostgresErrorCodes.UndefinedTable
                        or PostgresErrorCodes.UndefinedColumn
                        or PostgresErrorCodes.InvalidSchemaName
            )
        {
            throw new UserError($"{table} is not as be.json has it: {missing.MessageText}.", "be db migrate");
        }
    }

    /// <summary>The first users, who own rows; none where the database has no accounts.</summary>
    public async Task<IReadOnlyList<Guid>> UsersAsync() =>
        await ScalarAsync("select to_regclass('accounts.users')::text") is string
            ? await ReadAsync("select id from accounts.users order by created_at, id limit 20", row => row.GetGuid(0))
            : [];

    /// <summary>The rows that are there and may be referred to, the oldest first.</summary>
    public async Task<RowIds> IdsAsync(SeedTable table)
    {
        var owner = table.Entity.IsOwned ? "owner_id" : "null::uuid";
        var live = table.Entity.HidesDeleted ? "where deleted_at is null " : "";
        var ids = new RowIds();
        var rows = await ReadAsync(
            $"select id, {owner} from {table.Sql} {live}order by id limit {MostRowsReferredTo.ToString(CultureInfo.InvariantCulture)}",
            row => (Id: row.GetValue(0), Owner: row.IsDBNull(1) ? (Guid?)null : row.GetGuid(1))
        );
        foreach (var (id, whose) in rows)
            ids.Add(id, whose);
        return ids;
    }

    /// <summary>Removes all rows of tables that together hold all references among them.</summary>
    public Task EmptyAsync(IEnumerable<SeedTable> tables) =>
        ExecuteAsync($"truncate {string.Join(", ", tables.Select(table => table.Sql))} restart identity");

    /// <returns>How many rows were written.</returns>
    public async Task<long> CopyAsync(SeedTable table, IEnumerable<object?[]> rows)
    {
        NpgsqlDbType[] types =
        [
            ColumnTypes.OfId(table.HasUuids),
            .. table.Entity.IsOwned ? (NpgsqlDbType[])[NpgsqlDbType.Uuid] : [],
            .. table.Entity.Fields.Select(field => ColumnTypes.Of(field.Type, table.HasUuids)),
            NpgsqlDbType.TimestampTz,
            NpgsqlDbType.TimestampTz,
            NpgsqlDbType.TimestampTz,
        ];
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {table.Sql} ({string.Join(", ", table.Columns)}) from stdin (format binary)",
            cancellationToken
        );
        copy.Timeout = Longest; // zero is no time at all here
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value)
                    await copy.WriteAsync(value, types[i], cancellationToken);
                else
                    await copy.WriteNullAsync(cancellationToken);
            }
        }
        return (long)await copy.CompleteAsync(cancellationToken);
    }

    /// <summary>Lets the identity go on after the ids that were written.</summary>
    public Task AdvanceIdentityAsync(SeedTable table) =>
        ExecuteAsync($"select setval(pg_get_serial_sequence($1, 'id'), max(id)) from {table.Sql} having max(id) is not null", table.Sql);

    /// <summary>Sets a reference of rows that are there.</summary>
    public Task ReferAsync(SeedTable table, Field field, IReadOnlyList<(object Id, object Target)> references)
    {
        var type = table.HasUuids ? "uuid" : "bigint";
        return ExecuteAsync(
            $"""
            update {table.Sql} as referring set {Be.Scaffolding.Model.Sql.Quote(field.Member.Snake)} = found.target
            from unnest($1::{type}[], $2::{type}[]) as found (id, target)
            where referring.id = found.id
            """,
            table.HasUuids ? Of<Guid>(references.Select(one => one.Id)) : Of<long>(references.Select(one => one.Id)),
            table.HasUuids ? Of<Guid>(references.Select(one => one.Target)) : Of<long>(references.Select(one => one.Target))
        );

        static T[] Of<T>(IEnumerable<object> ids) => [.. ids.Cast<T>()];
    }

    /// <summary>Statistics, so that plans are those of a table with rows.</summary>
    public Task AnalyzeAsync(IEnumerable<SeedTable> tables) =>
        ExecuteAsync($"analyze {string.Join(", ", tables.Select(table => table.Sql))}");

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = Command(sql, []);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = Command(sql, []);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
