using Be.Postgres.Sql;
using Npgsql;

namespace Be.Postgres.Lint;

/// <summary>
/// The tables of the database that migrations will run on: how large they are, and what they are made of. Read once; nothing is written.
/// </summary>
public sealed class LiveDatabase
{
    private const string Tables = """
        select n.nspname, c.relname, pg_table_size(c.oid)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_t%'
        order by 1, 2
        """;

    private const string Columns = """
        select n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        join pg_namespace n on n.oid = c.relnamespace
        where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p')
            and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_t%'
        order by 1, 2, a.attnum
        """;

    private const string Constraints = """
        select n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)
        from pg_constraint k
        join pg_class c on c.oid = k.conrelid
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname not in ('pg_catalog', 'information_schema') and k.contype in ('p', 'u', 'c', 'f', 'x')
        order by 1, 2, 3
        """;

    private const string Indexes = """
        select pg_get_indexdef(i.indexrelid)
        from pg_index i
        join pg_class c on c.oid = i.indrelid
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_t%'
            and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
        order by 1
        """;

    private readonly Dictionary<ObjectName, long> sizes = [];
    private readonly List<Statement> statements = [];
    private readonly List<string> notUnderstood = [];

    private LiveDatabase() { }

    /// <summary>What would make it anew, as far as the linter looks.</summary>
    internal IEnumerable<Statement> Statements => statements;

    /// <summary>Constraints, indexes and columns whose definition is not understood, as SQL names them: nothing is concluded from them.</summary>
    public IReadOnlyList<string> NotUnderstood => notUnderstood;

    /// <summary>The table's bytes without its indexes; null when there is no such table.</summary>
    public long? SizeOf(ObjectName table) =>
        sizes.Where(size => size.Key.Matches(table)).Select(size => (long?)size.Value).FirstOrDefault();

    /// <summary>Reads it.</summary>
    /// <exception cref="NpgsqlException">It cannot be reached or read.</exception>
    public static async Task<LiveDatabase> ReadAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        var live = new LiveDatabase();
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        await live.ReadAsync(connection, cancellation);
        return live;
    }

    private async Task ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await EachAsync(connection, "set transaction read only; set local statement_timeout = '10s'", _ => { }, cancellation);
        await EachAsync(connection, Tables, row => sizes[Name(row)] = row.GetInt64(2), cancellation);
        var columns = new Dictionary<ObjectName, List<ColumnDefinition>>();
        await EachAsync(
            connection,
            Columns,
            row =>
            {
                var type = TypeParser.ReadAll(row.GetString(3));
                if (type is null)
                    notUnderstood.Add($"column {Name(row)}.{Scaffolding.Model.Sql.Quote(row.GetString(2))}");
                ColumnConstraint[] constraints = row.GetBoolean(4) ? [new NotNullColumn(null)] : [];
                if (!columns.TryGetValue(Name(row), out var ofTable))
                    columns[Name(row)] = ofTable = [];
                ofTable.Add(new ColumnDefinition(row.GetString(2), type, constraints));
            },
            cancellation
        );
        statements.AddRange(columns.Select(table => new CreateTable(table.Key, false, false, false, table.Value, [])));
        await EachAsync(
            connection,
            Constraints,
            row => Add(ConstraintOf(Name(row), row.GetString(2), row.GetString(3)), $"constraint {row.GetString(2)} of {Name(row)}"),
            cancellation
        );
        await EachAsync(connection, Indexes, row => Add(StatementParser.Parse(row.GetString(0)), row.GetString(0)), cancellation);
    }

    /// <summary>What would add a constraint, of which the server gives the definition.</summary>
    internal static Statement ConstraintOf(ObjectName table, string name, string definition) =>
        StatementParser.Parse($"alter table {table} add constraint {Scaffolding.Model.Sql.Quote(name)} {definition}");

    private void Add(Statement statement, string description)
    {
        if (statement is UnknownStatement)
            notUnderstood.Add(description);
        else
            statements.Add(statement);
    }

    private static ObjectName Name(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1));

    private static async Task EachAsync(
        NpgsqlConnection connection,
        string sql,
        Action<NpgsqlDataReader> read,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            read(rows);
    }
}
