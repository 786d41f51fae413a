namespace Be.Postgres.Lint.Rules;

internal sealed class OlderThanNewest : Rule
{
    public override string Id => "older-than-newest";

    public override Severity Severity => Severity.Error;

    public override string Title => "A migration does not come after the newest that the database or the branch has.";

    public override string Why =>
        "Where the newer one has run, this one comes after it; on a new database, before it: the two end up with "
        + "different schemas, or one of them fails.";

    public override string Instead => "a new version in the name of the file: be migration add writes one, or rename it to the time of now";

    public override IEnumerable<Hit> Check(FileContext file)
    {
        var version = new string([.. file.Name.TakeWhile(char.IsAsciiDigit)]);
        if (version.Length == 0)
            yield break;
        foreach (var elsewhere in file.Options.Elsewhere.Where(elsewhere => !elsewhere.Has(file.Name, version)))
        {
            if (elsewhere.Newest is { } newest && string.CompareOrdinal(version, newest) <= 0)
                yield return new Hit($"Version {version} does not come after {newest}, which {elsewhere.Name} has already.");
        }
    }
}
