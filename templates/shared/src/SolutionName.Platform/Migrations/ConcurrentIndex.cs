using Npgsql;

namespace Acme.Platform.Migrations;

/// <summary>The index that a <c>create index concurrently</c> makes.</summary>
/// <param name="Name">As written, quotes included.</param>
/// <param name="Table">As written, with its schema where that is given.</param>
/// <remarks>A build that fails leaves an invalid index behind, which keeps its name taken and slows every write.</remarks>
internal sealed record ConcurrentIndex(string Name, string Table)
{
    /// <summary>The index that the statement makes; null when it makes none, or leaves its name to PostgreSQL.</summary>
    public static ConcurrentIndex? In(string sql)
    {
        var tokens = new Queue<SqlToken>(SqlTokenizer.Read(sql).Take(16));
        if (!Skip("create"))
            return null;
        Skip("unique");
        if (!Skip("index") || !Skip("concurrently"))
            return null;
        if (Skip("if"))
        {
            Skip("not");
            Skip("exists");
        }

        if (Name() is not { } name || !Skip("on"))
            return null;
        Skip("only");
        return Name() is { } table ? new ConcurrentIndex(name, table) : null;

        bool Skip(string word) => tokens.TryPeek(out var next) && next.IsWord(sql, word) && tokens.TryDequeue(out _);

        bool SkipDot() => tokens.TryPeek(out var next) && next.IsSign(sql, '.') && tokens.TryDequeue(out _);

        string? Name()
        {
            var parts = new List<string>();
            do
            {
                if (!tokens.TryDequeue(out var part) || part.Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName))
                    return null;
                parts.Add(part.In(sql));
            }
            while (SkipDot());
            return string.Join('.', parts);
        }
    }

    /// <summary>Drops the index where an earlier build left it invalid.</summary>
    public async Task DropInvalidAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        // parse_ident folds and unquotes the name as PostgreSQL would; ::name cuts it where PostgreSQL would.
        await using var find = new NpgsqlCommand(
            """
            select format('%I.%I', n.nspname, c.relname)
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            join pg_namespace n on n.oid = c.relnamespace
            where i.indrelid = to_regclass($2) and c.relname = (parse_ident($1))[1]::name and not i.indisvalid
            """,
            connection)
        { Parameters = { new() { Value = Name }, new() { Value = Table } } };

        if (await find.ExecuteScalarAsync(cancellationToken) is not string invalid)
            return;
        await using var drop = new NpgsqlCommand($"drop index concurrently {invalid}", connection) { CommandTimeout = 0 };
        await drop.ExecuteNonQueryAsync(cancellationToken);
    }
}
