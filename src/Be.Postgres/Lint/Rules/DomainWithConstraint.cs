using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DomainWithConstraint : Rule
{
    public override string Id => "domain-with-constraint";

    public override Severity Severity => Severity.Advice;

    public override string Title => "A domain with a constraint is made.";

    public override string Why =>
        "A new constraint of it reads every table that uses it, under a lock, and an old one cannot be changed for one "
        + "table alone. PostgreSQL manual, alter domain.";

    public override string Instead =>
        """
            The type itself, with a check on each table:

            email text not null,
            constraint customers_email_check check (email like '%_@_%')
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is CreateType { Kind: TypeKind.Domain, HasConstraint: true } domain)
            yield return new Hit($"Whoever changes what {domain.Type} allows, changes it for every table that uses it, all at once.");
    }
}
