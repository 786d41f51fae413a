using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class DownNotInverse : Rule
{
    public override string Id => "down-not-inverse";

    public override Severity Severity => Severity.Warning;

    public override string Title => "The down part leaves something of what the up part made.";

    public override string Why => "The next up fails on what is still there, and the schema is none that any version knows.";

    public override string Instead =>
        """
            -- migrate:up
            alter table sales.orders add column notes text;

            -- migrate:down
            alter table sales.orders drop column notes;
            """;

    public override IEnumerable<Hit> Check(FileContext file)
    {
        if (
            file.Down is not { Count: > 0 } down
            || down.Any(statement => statement is DoBlock or UnknownStatement or OtherStatement { Command: "drop owned" })
        )
            yield break;
        var made = new Made();
        foreach (var statement in file.Up)
            made.Make(statement);
        foreach (var statement in down)
            made.TakeBack(statement);
        foreach (var (left, at) in made.Left)
            yield return new Hit($"The down part leaves the {left}.") { At = at };
    }
}
