using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DropNotNull : Rule
{
    public override string Id => "drop-not-null";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A column may be null that could not be before.";

    public override string Blocks => "ACCESS EXCLUSIVE on the table: everybody waits, for a moment.";

    public override string Why =>
        "Code that runs takes for granted that there is a value; the first null makes it fail, or worse, count wrongly.";

    public override string Instead =>
        """
            1. Release code that can read nulls.
            2. Then drop the constraint, and say so above the statement:
               -- be:allow drop-not-null every reader takes null since release 42
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (table, drop) in statement.ActionsOf<Sql.DropNotNull>())
            yield return new Hit($"{table}.{drop.Column} may be null from now on, which code that reads it does not know yet.");
    }
}
