using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>A key whose index is built before it, concurrently.</summary>
internal static class KeyRewrite
{
    /// <returns>Two statements, each for a file of its own; null where the key says more than its columns.</returns>
    public static string? Of(StatementContext statement, ObjectName table, TableConstraint key)
    {
        if (
            statement.Statement is not AlterTable { Actions.Count: 1 }
            || statement.Catalogue.Find(table) is { PartitionKey: not null }
            || StatementText.Has(statement.Text, "include", "nulls", "with", "without", "deferrable", "initially", "using")
        )
            return null;
        var isPrimary = key.Kind == ConstraintKind.PrimaryKey;
        var name =
            key.Name is { } own ? Scaffolding.Model.Sql.Quote(own)
            : isPrimary ? StatementText.NewName(table.Name, "pkey")
            : StatementText.NewName([table.Name, .. key.Columns, "key"]);
        return $"""
            -- migrate:up transaction:false
            create unique index concurrently if not exists {name} on {table} ({StatementText.Columns(key.Columns)});

            -- in the next file:
            alter table {table} add constraint {name} {(isPrimary ? "primary key" : "unique")} using index {name};
            """;
    }
}
