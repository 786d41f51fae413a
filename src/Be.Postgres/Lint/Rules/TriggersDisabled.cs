using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class TriggersDisabled : Rule
{
    public override string Id => "triggers-disabled";

    public override Severity Severity => Severity.Error;

    public override string Title => "Triggers are turned off.";

    public override string Blocks => "'disable trigger' takes SHARE ROW EXCLUSIVE on the table: writes wait until the transaction ends.";

    public override string Why =>
        "What they keep true is not kept meanwhile, for everybody: audit records are missing, and without the triggers of foreign keys ('all', "
        + "session_replication_role) rows may refer to none; nothing checks that later. PostgreSQL manual, alter table, \"disable trigger\".";

    public override string Instead =>
        """
            Let the triggers run, in batches that they are fast enough for. A trigger of your own can be told to stand back for one transaction:

            set local app.skips_totals = 'on';   -- and in its 'when': current_setting('app.skips_totals', true) is distinct from 'on'
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is SetSetting { Name: "session_replication_role", Value: { } role } && role.Trim('\'') == "replica")
            yield return new Hit("No trigger fires and no foreign key is checked in this session from here on.");
        foreach (var (table, other) in statement.ActionsOf<OtherAction>())
        {
            var sql = new SqlCursor(other.Text);
            if (sql.Takes("disable", "trigger"))
                yield return new Hit($"{Name(sql)} of {table} off, for everybody until enabled again.");
        }
    }

    private static string Name(SqlCursor sql) =>
        sql.Takes("all") ? "All triggers, those of foreign keys included, are"
        : sql.Takes("user") ? "All triggers are"
        : $"The trigger {sql.Rest()} is";
}
