using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class TableWithoutPrimaryKey : Rule
{
    public override string Id => "table-without-primary-key";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A table has no primary key.";

    public override string Why =>
        "No row can be named, so that none can be changed alone; logical replication refuses updates and deletes of it. "
        + "PostgreSQL manual, \"Logical Replication\", \"Restrictions\".";

    public override string Instead =>
        """
            create table sales.orders (
                id uuid not null,
                constraint orders_pkey primary key (id)
            );
            """;

    public override IEnumerable<Hit> Check(FileContext file)
    {
        for (var i = 0; i < file.Up.Count; i++)
        {
            if (
                file.Up[i].Statement is not CreateTable create
                || create is { IsTemporary: true } or { PartitionOf: not null } or { IsFromQuery: true } or { IsLikeAnother: true }
            )
                continue;
            if (
                !HasKey(create)
                && !file
                    .Up.Skip(i + 1)
                    .Any(later => later.Statement is AlterTable alter && alter.Table.Matches(create.Table) && alter.Actions.Any(IsKey))
            )
                yield return new Hit($"No row of {create.Table} can be named: it has no primary key.") { At = file.Up[i] };
        }
    }

    private static bool HasKey(CreateTable create) =>
        create.Columns.Any(column => column.Constraint<PrimaryKeyColumn>() is not null)
        || create.Constraints.Any(constraint => constraint.Kind == ConstraintKind.PrimaryKey);

    private static bool IsKey(TableAction action) =>
        action is AddConstraint { Constraint.Kind: ConstraintKind.PrimaryKey }
        || action is AddColumn add && add.Column.Constraint<PrimaryKeyColumn>() is not null;
}
