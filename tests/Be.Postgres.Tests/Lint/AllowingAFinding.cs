using Be.Postgres.Lint;

namespace Be.Postgres.Tests.Lint;

public sealed class AllowingAFinding
{
    private const string Index = "create index orders_number_idx on sales.orders (number);";

    [Theory]
    [InlineData("-- be:allow index-not-concurrent nobody writes to it yet\n" + Index)]
    [InlineData("-- Numbers are looked up.\n  --be:allow index-not-concurrent nobody writes to it yet\n\n-- Soon.\n" + Index)]
    [InlineData("select 1;\n-- be:allow index-not-concurrent nobody writes to it yet\n" + Index)]
    public void TakesItAwayFromTheStatementBelow(string sql)
    {
        Assert.Empty(Found(sql));
    }

    [Theory]
    [InlineData(Index + "\n-- be:allow index-not-concurrent too late")]
    [InlineData("-- be:allow index-not-concurrent another statement's\nselect 1;\n" + Index)]
    [InlineData("-- be:allow index-not-concurrently a typo\n" + Index)]
    [InlineData("/* be:allow index-not-concurrent no line of its own */\n" + Index)]
    public void LeavesItElsewhere(string sql)
    {
        Assert.Contains("index-not-concurrent", Found(sql));
    }

    [Fact]
    public void NeedsAReason()
    {
        Assert.Equal([Linter.AllowWithoutReason], Found("-- be:allow index-not-concurrent\n" + Index));
    }

    [Fact]
    public void NeedsAFinding()
    {
        var finding = Assert.Single(Findings("select 1;\n-- be:allow index-not-concurrent nobody writes to it yet\nselect 2;"));

        Assert.Equal((Linter.UnusedAllow, 3), (finding.Rule, finding.Line));
    }

    [Fact]
    public void LetsAStatementPassThatIsNotUnderstood()
    {
        Assert.Equal([Linter.NotChecked], Found("creat table a (id bigint);"));
        Assert.Empty(Found("-- be:allow not-checked an extension of ours\ncreat table a (id bigint);"));
    }

    [Fact]
    public void LetsNoFilePassThatNobodyCanRead()
    {
        var finding = Assert.Single(Findings("select 1;\nselect 'a;\n"));

        Assert.Equal((Linter.NotReadable, Severity.Error, 3), (finding.Rule, finding.Severity, finding.Line));
    }

    private static IEnumerable<string> Found(string sql) => Findings(sql).Select(finding => finding.Rule);

    /// <summary>Of a migration that is fine but for what is asked.</summary>
    private static IEnumerable<Finding> Findings(string sql) =>
        new LintCase("", IsBad: true, "", "create table sales.orders (id bigint primary key, number text);", $"-- migrate:up\n{sql}", [])
            .Findings()
            .Where(finding => finding.Rule is not ("no-timeout" or "down-missing" or "down-not-inverse"));
}
