using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class RuleCreated : Rule
{
    public override string Id => "rule-created";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A rule is made.";

    public override string Why =>
        "It rewrites queries before they are planned: arguments are evaluated several times, and 'returning', counts of "
        + "rows and 'insert … on conflict' go wrong. PostgreSQL manual, \"Rules Versus Triggers\".";

    public override string Instead => "a trigger for what happens on a change, a view for what is read";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is CreateOther { Kind: "rule" } rule)
            yield return new Hit($"The rule {rule.Name} rewrites every query on {rule.On} unseen; take a trigger or a view.");
    }
}
