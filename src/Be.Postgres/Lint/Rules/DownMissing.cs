namespace Be.Postgres.Lint.Rules;

internal sealed class DownMissing : Rule
{
    public override string Id => "down-missing";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A migration cannot be undone.";

    public override string Why =>
        "When a release goes wrong, the way back is a command only if somebody wrote it before. The runner refuses a down "
        + "part without a statement.";

    public override string Instead =>
        """
            -- migrate:down
            drop table sales.orders;

            Where there is no way back, say so and let the older version run on what is there:
            -- The values are lost for good; the older version does not need them.
            select 1;
            """;

    public override IEnumerable<Hit> Check(FileContext file)
    {
        if (file.IsPlain || file.Up.Count == 0 || file.Down is { Count: > 0 })
            yield break;
        yield return new Hit(file.Down is null ? "There is no part '-- migrate:down'." : "The part '-- migrate:down' has no statement.");
    }
}
