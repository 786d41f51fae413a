using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DefinerSearchPath : Rule
{
    public override string Id => "definer-search-path";

    public override Severity Severity => Severity.Error;

    public override string Title => "A function with the rights of its owner has no search_path of its own.";

    public override string Why =>
        "Whoever calls it says where its names are looked for: a table or operator in a schema of theirs runs with the "
        + "owner's rights (CVE-2018-1058). PostgreSQL manual, create function, \"Writing SECURITY DEFINER Functions Safely\".";

    public override string Instead =>
        """
            create function accounts.refuse() returns trigger
            language plpgsql security definer
            set search_path = pg_catalog
            as $$ … $$;
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is CreateRoutine { IsSecurityDefiner: true, HasFixedSearchPath: false } routine)
            yield return new Hit($"Who calls {routine.Name} can make it run code of theirs with the rights of its owner: set search_path.");
    }
}
