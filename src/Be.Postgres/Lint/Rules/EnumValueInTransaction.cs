using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class EnumValueInTransaction : Rule
{
    public override string Id => "enum-value-in-transaction";

    public override Severity Severity => Severity.Error;

    public override string Title => "A new value of an enum is used in the transaction that adds it.";

    public override string Why =>
        "PostgreSQL refuses it: unsafe use of new value. Only a type that the same transaction made may be used with all "
        + "of its values. PostgreSQL manual, alter type, notes.";

    public override string Instead =>
        """
            -- 20260101120000_add_mood.sql
            alter type mood add value if not exists 'content';

            -- 20260101120001_use_mood.sql
            alter table people alter column mood set default 'content';
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (!statement.InTransaction || statement.Statement is AddEnumValue or RenameEnumValue or UnknownStatement)
            yield break;
        foreach (var added in statement.Before.Select(before => before.Statement).OfType<AddEnumValue>())
        {
            if (
                !IsNew(added.Type)
                && Strings(statement.Text).Any(text => text == added.Label || text.Contains($"'{added.Label}'", StringComparison.Ordinal))
            )
                yield return new Hit(
                    $"'{added.Label}' of {added.Type} may not be used before the transaction that adds it has ended: the migration fails."
                );
        }

        bool IsNew(ObjectName type) => statement.Before.Any(before => before.Statement is CreateType made && made.Type.Matches(type));
    }

    /// <summary>Bodies of functions included.</summary>
    private static List<string> Strings(string text)
    {
        var strings = new List<string>();
        var sql = new SqlCursor(text);
        while (!sql.AtEnd)
        {
            if (sql.SeesString)
                strings.Add(sql.String());
            else if (!sql.TakesSign('(') && !sql.TakesSign(')'))
                sql.Step();
        }
        return strings;
    }
}
