using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DropCascade : Rule
{
    public override string Id => "drop-cascade";

    public override Severity Severity => Severity.Error;

    public override string Title => "Something is dropped with 'cascade'.";

    public override string Why =>
        "What else goes stands nowhere: it depends on what there is in each database, so that nobody can review it. "
        + "PostgreSQL manual, \"Dependency Tracking\".";

    public override string Instead =>
        """
            Drop what depends on it by name, first; then the drop needs no 'cascade':

            drop view sales.open_orders;
            drop table sales.orders;
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is Drop { Cascade: true } drop && !drop.Names.All(statement.IsNew))
            yield return new Hit($"All that depends on {string.Join(", ", drop.Names)} goes, too, and the file does not say what that is.");
        foreach (var (table, action) in statement.ActionsOf<TableAction>())
        {
            if (action is Sql.DropColumn { Cascade: true } column)
                yield return new Hit($"All that depends on {table}.{column.Column} goes, too, and the file does not say what that is.");
            if (action is DropConstraint { Cascade: true } constraint)
                yield return new Hit(
                    $"All that depends on {constraint.Constraint} of {table} goes, too, and the file does not say what that is."
                );
        }
    }
}
