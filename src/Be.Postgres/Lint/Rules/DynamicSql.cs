using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DynamicSql : Rule
{
    public override string Id => "dynamic-sql";

    public override Severity Severity => Severity.Advice;

    public override string Title => "A block runs SQL that it puts together.";

    public override string Why => "What that does is known only when it runs: no rule here has checked it.";

    public override string Instead =>
        "the statements themselves, one by one; where the names are known only to the database, a comment that says what "
        + "it does, and -- be:allow dynamic-sql …";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is DoBlock block && ProceduralBody.Texts(block).Any(IsBuilt))
            yield return new Hit("What this block executes is put together while it runs, so that nothing here has checked it.");
    }

    /// <summary>A string alone is as good as the statement itself, though nobody reads it here.</summary>
    private static bool IsBuilt(string text)
    {
        var sql = new SqlCursor(text);
        if (!sql.Takes("execute") || sql.AtEnd)
            return false;
        if (sql.SeesString)
            sql.String();
        return !sql.AtEnd && !sql.SeesAny("into", "using");
    }
}
