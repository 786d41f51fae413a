using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Acme.Platform.Database;

/// <summary>Short forms of what every store does with a command.</summary>
public static class Queries
{
    /// <summary>Adds the next positional parameter ($1, $2, …).</summary>
    public static NpgsqlCommand With<T>(this NpgsqlCommand command, T? value)
    {
        command.Parameters.Add(new NpgsqlParameter<T?> { TypedValue = value });
        return command;
    }

    /// <summary>Adds the next positional parameter with the PostgreSQL type that it cannot be told from its .NET type.</summary>
    public static NpgsqlCommand With<T>(this NpgsqlCommand command, T? value, NpgsqlDbType type)
    {
        command.Parameters.Add(new NpgsqlParameter<T?> { TypedValue = value, NpgsqlDbType = type });
        return command;
    }

    /// <summary>Adds the xmin that a row must have.</summary>
    public static NpgsqlCommand WithXmin(this NpgsqlCommand command, uint xmin) => command.With(xmin, NpgsqlDbType.Xid);

    /// <summary>Adds the xmins one of which a row must have; null for any.</summary>
    public static NpgsqlCommand WithXmins(this NpgsqlCommand command, IReadOnlyCollection<uint>? xmins) =>
        command.With(xmins?.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Xid);

    /// <summary>The only row, or null when there is none.</summary>
    public static Task<T?> FindAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
        where T : class =>
        command.RunAsync(
            async () =>
            {
                await using var rows = await command.ExecuteReaderAsync(cancellationToken);
                return await rows.ReadAsync(cancellationToken) ? read(rows) : null;
            },
            cancellationToken);

    /// <summary>All rows.</summary>
    public static Task<List<T>> ListAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) =>
        command.RunAsync(
            async () =>
            {
                var list = new List<T>();
                await using var rows = await command.ExecuteReaderAsync(cancellationToken);
                while (await rows.ReadAsync(cancellationToken))
                    list.Add(read(rows));

                return list;
            },
            cancellationToken);

    /// <summary>Changes rows.</summary>
    /// <returns>How many.</returns>
    public static Task<int> ExecuteAsync(this NpgsqlCommand command, CancellationToken cancellationToken) =>
        command.RunAsync(() => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken);

    // A statement that is alone on a connection has had no effect when it fails, and can be done again: that is a command of the data source,
    // a type of its own. In a transaction all of that would have to be.
    private static Task<T> RunAsync<T>(this NpgsqlCommand command, Func<Task<T>> run, CancellationToken cancellationToken) =>
        command.GetType() == typeof(NpgsqlCommand) ? run() : Repetition.RunAsync(run, cancellationToken);

    /// <summary>A column that may be null.</summary>
    public static T? GetNullable<T>(this NpgsqlDataReader row, int ordinal)
        where T : class => row.IsDBNull(ordinal) ? null : row.GetFieldValue<T>(ordinal);

    /// <summary>A jsonb column.</summary>
    public static JsonElement GetJson(this NpgsqlDataReader row, int ordinal) => JsonElement.Parse(row.GetString(ordinal));

    /// <summary>A jsonb column that may be null.</summary>
    public static JsonElement? GetNullableJson(this NpgsqlDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetJson(ordinal);
}
