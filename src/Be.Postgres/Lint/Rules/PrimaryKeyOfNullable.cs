using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class PrimaryKeyOfNullable : Rule
{
    public override string Id => "primary-key-of-nullable";

    public override Severity Severity => Severity.Error;

    public override string Title => "An index over columns that may be null becomes a primary key.";

    public override string Blocks => "ACCESS EXCLUSIVE on the table: nobody reads or writes it while all of it is searched for nulls.";

    public override string Why =>
        "A primary key makes its columns not null, and reads the table where nothing proves it. PostgreSQL manual, alter table, \"add "
        + "table_constraint_using_index\".";

    public override string Instead =>
        """
            Prove it first, as set-not-null-scans says:

            alter table sales.orders add constraint orders_id_not_null check (id is not null) not valid;   -- one file
            alter table sales.orders validate constraint orders_id_not_null;                               -- the next
            alter table sales.orders alter column id set not null;                                         -- the third
            alter table sales.orders add constraint orders_pkey primary key using index orders_pkey;       -- and the key
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, add) in statement.ActionsOf<AddConstraint>())
        {
            if (
                add.Constraint is not { Kind: ConstraintKind.PrimaryKey, UsingIndex: { } name }
                || statement.Catalogue.Find(table) is not { } known
            )
                continue;
            var index = known.Indexes.Find(index => index.Name == name);
            var nullable = index?.Keys.Select(key => key.Column).OfType<string>().Where(column => !known.IsNeverNull(column)).ToList();
            if (nullable is { Count: > 0 })
                yield return new Hit(
                    $"Nobody reads or writes {table} while all its rows are searched for nulls in {StatementText.Columns(nullable)}."
                )
                {
                    Table = table,
                };
        }
    }
}
