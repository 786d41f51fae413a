using Be.Postgres.Review;

namespace Be.Postgres.Tests.Review;

/// <summary>A rule of one query, whose answer's one column is the detail of a finding.</summary>
internal sealed class QueryRule(string query, int since = 14, string? extension = null) : ReviewRule
{
    public override string Id => "query-rule";

    public override Area Area => Area.Activity;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "A query.";

    public override string Why => "For a test.";

    public override string Instead => "nothing";

    public override int Since => since;

    public override string? Extension => extension;

    public override string Sql =>
        $"select 'query' as subject, answer.detail::text as detail, 0::float8 as weight from ({query}) as answer (detail)";
}
