using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class TimestampWithoutZone : Rule
{
    public override string Id => "timestamp-without-zone";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A column holds a time without knowing which.";

    public override string Why =>
        "'timestamp' is a reading of some clock: it says no moment, and comparing or subtracting goes wrong where time "
        + "zones or summer time differ. 'time with time zone' has an offset and no date, which fits no use. PostgreSQL "
        + "manual, \"Date/Time Types\".";

    public override string Instead =>
        """
            placed_at timestamptz not null

            On a column that has values, say which zone they are in; that rewrites the table:
            alter table orders alter column placed_at type timestamptz using placed_at at time zone 'UTC';
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var column in TypedColumn.Of(statement).Where(column => column.Is("timestamp", "timetz")))
        {
            var message = column.Is("timetz")
                ? "is a time of day with an offset, which changes with the date. Take time, or timestamptz."
                : "says no moment in time. Take timestamptz.";
            var rewrite = column.Retyped(statement, WithZone);
            yield return new Hit($"{column.Table}.{column.Name} {message}") { Rewrite = rewrite, IsMechanical = rewrite is not null };
        }
    }

    /// <summary>Not where an expression is of the type that it was.</summary>
    private static string? WithZone(TypedColumn column) =>
        column.Is("timestamp") && column.Definition?.Constraint<GeneratedColumn>() is null
            ? (column.Type with { Name = new ObjectName(null, "timestamptz") }).ToString()
            : null;
}
