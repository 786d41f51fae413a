using Acme.Platform.Migrations;
using Be.Postgres.Lint;
using Be.Postgres.Sql;
using Npgsql;

namespace Be.Postgres.Tests.Lint;

/// <summary>What we say about locks and work is what PostgreSQL does.</summary>
public sealed class LockingTables(LockingTables.TablesInUse tables) : IClassFixture<LockingTables.TablesInUse>
{
    private const string Given = """
        create table customers (id bigint primary key, name text);
        create table orders (
            id bigint primary key, number varchar(10), total numeric(12, 2), customer_id bigint, note text, data json,
            constraint total_check check (total is not null)
        );
        create index orders_number_idx on orders (number);
        insert into customers values (1, 'a');
        insert into orders values (1, 'a', 1, 1, 'a', '{}');
        alter table orders add constraint later check (id > 0) not valid;
        create table parts (id bigint, at date) partition by range (at);
        create table parts_1 partition of parts for values from ('2026-01-01') to ('2027-01-01');
        create table parts_2 (id bigint, at date);
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("alter table orders add column a text")]
    [InlineData("alter table orders add column a text not null default 'x'")]
    [InlineData("alter table orders add column a timestamptz default now()")]
    [InlineData("alter table orders add column a uuid default gen_random_uuid()")]
    [InlineData("alter table orders add column a serial")]
    [InlineData("alter table orders add column a bigint generated always as identity")]
    [InlineData("alter table orders add column a numeric generated always as (total * 2) stored")]
    [InlineData("alter table orders add column a text unique")]
    [InlineData("alter table orders add column a text check (a <> '')")]
    [InlineData("alter table orders add column a bigint references customers (id)")]
    [InlineData("alter table orders add column a bigint default 1 references customers (id)")]
    [InlineData("alter table orders drop column note")]
    [InlineData("alter table orders alter column number type text")]
    [InlineData("alter table orders alter column number type text using number::text")]
    [InlineData("alter table orders alter column number type varchar(20)")]
    [InlineData("alter table orders alter column note type varchar")]
    [InlineData("alter table orders alter column note type varchar(20)")]
    [InlineData("alter table orders alter column customer_id type integer")]
    [InlineData("alter table orders alter column data type jsonb")]
    [InlineData("alter table orders alter column note set not null")]
    [InlineData("alter table orders alter column total set not null")]
    [InlineData("alter table orders alter column note set default 'x'")]
    [InlineData("alter table orders alter column note set statistics 100")]
    [InlineData("alter table orders set (fillfactor = 70)")]
    [InlineData("alter table orders disable trigger all")]
    [InlineData("alter table orders enable row level security")]
    [InlineData("alter table orders add check (id > 0)")]
    [InlineData("alter table orders add check (id > 0) not valid")]
    [InlineData("alter table orders validate constraint later")]
    [InlineData("alter table orders add foreign key (customer_id) references customers (id)")]
    [InlineData("alter table orders add foreign key (customer_id) references customers (id) not valid")]
    [InlineData("alter table orders add unique (number)")]
    [InlineData("alter table orders rename column note to remark")]
    [InlineData("alter table orders set unlogged")]
    [InlineData("create index on orders (note)")]
    [InlineData("drop index orders_number_idx")]
    [InlineData("create table lines (id bigint, order_id bigint references orders (id))")]
    [InlineData("create table parts_3 partition of parts for values from ('2027-01-01') to ('2028-01-01')")]
    [InlineData("alter table parts attach partition parts_2 for values from ('2027-01-01') to ('2028-01-01')")]
    [InlineData("alter table parts detach partition parts_1")]
    [InlineData("create trigger a before update on orders for each row execute function suppress_redundant_updates_trigger()")]
    [InlineData("create policy a on orders using (true)")]
    [InlineData("truncate parts_2")]
    [InlineData("lock table orders in share mode")]
    [InlineData("reindex table orders")]
    public async Task IsAsPostgreSqlDoesIt(string sql)
    {
        await using var connection = await tables.Database.Source.OpenConnectionAsync(Token);
        var messages = new List<string>();
        connection.Notice += (_, notice) => messages.Add(notice.Notice.MessageText);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await RunAsync(connection, "set local client_min_messages = debug1");
        await RunAsync(connection, sql);
        await RunAsync(connection, "set local client_min_messages = notice");
        var real = await LocksAsync(connection);

        var said = TableLock.Of(Context(sql)).ToList();

        var strongest = said.GroupBy(taken => taken.Table.Name).ToDictionary(table => table.Key, table => table.Max(taken => taken.Level));
        Assert.Equal(
            real.Where(table => table.Value >= LockLevel.ShareUpdateExclusive).OrderBy(table => table.Key),
            strongest.OrderBy(table => table.Key)
        );
        Assert.Equal(WorkOf(messages), said.Max(taken => taken.Work));
    }

    public sealed class TablesInUse(TestServer server) : SharedDatabase(server)
    {
        protected override string Given => LockingTables.Given;
    }

    private static StatementContext Context(string sql)
    {
        var catalogue = new Catalogue();
        foreach (var statement in SqlStatement.Split(Given))
            catalogue.Apply(StatementParser.Parse(statement.Text));
        return new StatementContext(1, sql, StatementParser.Parse(sql), [], InTransaction: true, catalogue, catalogue, new LintOptions());
    }

    private static Work WorkOf(List<string> messages) =>
        messages.Exists(message => message.StartsWith("rewriting table", StringComparison.Ordinal)) ? Work.Rewrite
        : messages.Exists(message =>
            message.StartsWith("building index", StringComparison.Ordinal) && !message.Contains("pg_toast", StringComparison.Ordinal)
        )
            ? Work.BuildIndex
        : messages.Exists(message =>
            message.StartsWith("verifying table", StringComparison.Ordinal) || message.StartsWith("validating", StringComparison.Ordinal)
        )
            ? Work.Scan
        : Work.None;

    /// <summary>The strongest lock on each table that was there before.</summary>
    private static async Task<Dictionary<string, LockLevel>> LocksAsync(NpgsqlConnection connection)
    {
        const string Sql = """
            select c.relname, l.mode from pg_locks l join pg_class c on c.oid = l.relation
            where l.pid = pg_backend_pid() and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                and c.relname in ('customers', 'orders', 'parts', 'parts_1', 'parts_2')
            """;
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var rows = await command.ExecuteReaderAsync(Token);
        var locks = new Dictionary<string, LockLevel>();
        while (await rows.ReadAsync(Token))
        {
            var level = Enum.Parse<LockLevel>(rows.GetString(1)[..^"Lock".Length]);
            locks[rows.GetString(0)] = locks.TryGetValue(rows.GetString(0), out var other) && other > level ? other : level;
        }
        return locks;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }
}
