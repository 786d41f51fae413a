using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class JsonType : Rule
{
    public override string Id => "json-type";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A column is json.";

    public override string Why =>
        "It keeps the text, parses it anew on every access, and has no equality, so that 'distinct', 'group by' and "
        + "'union' fail; no index serves what is in it. PostgreSQL manual, \"JSON Types\".";

    public override string Instead =>
        """
            payload jsonb not null

            A column that has values is rewritten by a change of its type; see type-change-rewrites.
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var column in TypedColumn.Of(statement).Where(column => column.Is("json")))
        {
            var rewrite = column.Retyped(statement, Binary);
            yield return new Hit($"{column.Table}.{column.Name} is text that is parsed on every access. Take jsonb.")
            {
                Rewrite = rewrite,
                IsMechanical = rewrite is not null,
            };
        }
    }

    /// <summary>Not where an expression is of the type that it was.</summary>
    private static string? Binary(TypedColumn column) =>
        column.Is("json") && column.Definition?.Constraint<GeneratedColumn>() is null
            ? (column.Type with { Name = new ObjectName(null, "jsonb") }).ToString()
            : null;
}
