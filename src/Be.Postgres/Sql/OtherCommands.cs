namespace Be.Postgres.Sql;

/// <summary>Commands that no rule looks into.</summary>
internal static class OtherCommands
{
    private static readonly string[] All =
    [
        "analyse",
        "analyze",
        "call",
        "checkpoint",
        "close",
        "comment",
        "deallocate",
        "declare",
        "discard",
        "execute",
        "explain",
        "fetch",
        "grant",
        "import",
        "listen",
        "load",
        "move",
        "notify",
        "prepare",
        "reassign",
        "revoke",
        "security",
        "show",
        "unlisten",
    ];

    public static OtherStatement Read(SqlCursor sql)
    {
        if (!sql.SeesAny(All))
            throw sql.Unexpected("a command of PostgreSQL");
        var command = sql.Word();
        sql.Rest();
        return new OtherStatement(command);
    }
}
