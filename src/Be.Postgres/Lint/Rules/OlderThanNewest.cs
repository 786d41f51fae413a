namespace Be.Postgres.Lint.Rules;

internal sealed class OlderThanNewest : Rule
{
    public override string Id => "older-than-newest";

    public override Severity Severity => Severity.Error;

    public override string Title => "A migration is older than one that has run already.";

    public override string Why =>
        "Where the newer one has run, this one comes after it; on a new database, before it: the two end up with "
        + "different schemas, or one of them fails.";

    public override string Instead => "a new version in the name of the file: be migration add writes one, or rename it to the time of now";

    public override IEnumerable<Hit> Check(FileContext file)
    {
        var version = new string([.. file.Name.TakeWhile(char.IsAsciiDigit)]);
        if (file.Options.NewestElsewhere is { } newest && version.Length > 0 && string.CompareOrdinal(version, newest) < 0)
            yield return new Hit($"Version {version} comes before {newest}, which has run already.");
    }
}
