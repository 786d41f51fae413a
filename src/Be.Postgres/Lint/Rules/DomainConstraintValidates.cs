using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DomainConstraintValidates : Rule
{
    public override string Id => "domain-constraint-validates";

    public override Severity Severity => Severity.Error;

    public override string Title => "A constraint is added to a domain without 'not valid'.";

    public override string Blocks => "SHARE on every table that uses the domain: nobody writes to them until all their rows are read.";

    public override string Why => "It reads every row of every table that has a column of the domain. PostgreSQL manual, alter domain.";

    public override string Instead =>
        """
            -- 20260101120000_check_email.sql
            alter domain email add constraint email_check check (value like '%_@_%') not valid;

            -- 20260101120001_validate_email.sql
            alter domain email validate constraint email_check;
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is not AddDomainConstraint { NotValid: false } add || IsNew(add.Domain))
            yield break;
        var isCheck = new SqlCursor(statement.Text).SkipTo("check");
        yield return new Hit($"Writes to every table with a column of {add.Domain} wait until all its rows are read.")
        {
            Rewrite = isCheck ? statement.Text + " not valid" : null,
            IsMechanical = isCheck,
        };

        bool IsNew(ObjectName domain) => statement.Before.Any(before => before.Statement is CreateType made && made.Type.Matches(domain));
    }
}
