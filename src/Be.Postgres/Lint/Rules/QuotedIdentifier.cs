namespace Be.Postgres.Lint.Rules;

internal sealed class QuotedIdentifier : Rule
{
    public override string Id => "quoted-identifier";

    public override Severity Severity => Severity.Advice;

    public override string Title => "A name needs quotes wherever it is used.";

    public override string Why =>
        "Unquoted, PostgreSQL folds it to lower case or reads it as a keyword: each query that forgets the quotes fails. "
        + "PostgreSQL manual, \"Identifiers and Key Words\".";

    public override string Instead => "snake_case, and no reserved word: placed_at for \"placedAt\", customer_group for \"group\"";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var name in NewName.Of(statement.Statement).Where(name => NeedsQuotes(name.Name)).Distinct())
            yield return new Hit($"The {name.Kind} \"{name.Name}\" has to be quoted in every query.");
    }

    /// <summary>Letters beyond ASCII need none, and neither does a dollar sign behind the first letter.</summary>
    private static bool NeedsQuotes(string name)
    {
        var plain = string.Concat(name.Select((letter, at) => letter >= 0x80 || at > 0 && letter == '$' ? 'x' : letter));
        return Scaffolding.Model.Sql.Quote(plain) != plain;
    }
}
