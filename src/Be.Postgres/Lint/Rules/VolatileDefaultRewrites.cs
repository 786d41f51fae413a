using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class VolatileDefaultRewrites : Rule
{
    private static readonly string[] Volatile =
    [
        "clock_timestamp",
        "gen_random_uuid",
        "nextval",
        "random",
        "random_normal",
        "timeofday",
        "uuid_generate_v1",
        "uuid_generate_v4",
        "uuidv4",
        "uuidv7",
    ];

    public override string Id => "volatile-default-rewrites";

    public override Severity Severity => Severity.Error;

    public override string Title => "A column is added to a table in use with a default that each row computes.";

    public override string Blocks =>
        "ACCESS EXCLUSIVE on the table: nobody reads or writes it while every row is written anew and every index built again.";

    public override string Why =>
        "A constant, or a function that is not volatile such as now(), is kept once for all rows (11 and newer); a volatile one such as "
        + "gen_random_uuid() is not. PostgreSQL manual, alter table, notes.";

    public override string Instead =>
        """
            In one file:

            alter table sales.orders add column token uuid;
            alter table sales.orders alter column token set default gen_random_uuid();

            In the next, for the rows that were there, in batches:

            update sales.orders set token = gen_random_uuid() where id in (select id from sales.orders where token is null limit 1000);

            Then make it not null as set-not-null-scans says.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, add) in statement.ActionsOf<AddColumn>())
        {
            if (add.Column.Constraint<DefaultColumn>() is { } value && NewColumn.VolatileIn(value.Expression) is { } function)
                yield return new Hit(
                    $"Nobody reads or writes {table} while it is written anew, each row with its own {function}(){Doubt(function)}."
                )
                {
                    Table = table,
                };
        }
    }

    private static string Doubt(string function) => Volatile.Contains(function) ? "" : ", unless that is declared stable or immutable";
}
