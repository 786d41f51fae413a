using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Planning;

public sealed class VersioningMigrations : IDisposable
{
    private static readonly Solution TwoEntities = Models.Shop.Entity("Order", module: "Sales").Entity("Line");

    private readonly SmallSolution _solution = new();

    [Theory]
    [InlineData(null, "20260131100000", "20260131100001")]
    [InlineData("20260131095959_older.sql", "20260131100000", "20260131100001")]
    [InlineData("20260131100000_same.sql", "20260131100001", "20260131100002")]
    [InlineData("20261231235959_from_the_future.sql", "20270101000000", "20270101000001")]
    [InlineData("001_not_a_version.sql", "20260131100000", "20260131100001")]
    public void TakesTheLaterOfNowAndASecondAfterTheNewest(string? existing, string first, string second)
    {
        if (existing is not null)
            _solution.Folder.Write("migrations/" + existing, "");

        Assert.Equal(
            [$"migrations/{first}_create_orders.sql", $"migrations/{second}_create_lines.sql"],
            _solution
                .Plan(TwoEntities)
                .Changes.Select(change => change.Path)
                .Where(path => path.StartsWith("migrations/", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void NamesInEachTheOneBefore()
    {
        var first = _solution
            .Plan(TwoEntities)
            .Changes.Where(change => change.Path.StartsWith("migrations/", StringComparison.Ordinal))
            .ToList();
        Assert.DoesNotContain("be:after", first[0].After, StringComparison.Ordinal);
        Assert.StartsWith("-- be:after 20260131100000\n--", first[1].After, StringComparison.Ordinal);

        _solution.Apply(TwoEntities);
        var next = _solution
            .Plan(TwoEntities.Entity("Order", "total:int=0"))
            .Changes.First(change => change.Path.EndsWith("_change_orders.sql", StringComparison.Ordinal));
        Assert.StartsWith("-- be:after 20260131100001\n", next.After, StringComparison.Ordinal);
    }

    [Fact]
    public void CountsInUtc()
    {
        _solution.Now = new DateTimeOffset(2026, 1, 1, 0, 30, 0, TimeSpan.FromHours(2));

        Assert.Contains("create migrations/20251231223000_create_orders.sql", SmallSolution.Lines(_solution.Plan(TwoEntities)));
    }

    [Fact]
    public void NeverTouchesAMigrationAgain()
    {
        _solution.Apply(TwoEntities);
        _solution.Folder.Write("migrations/20260131100000_create_orders.sql", "mine");

        _solution.Apply(TwoEntities.Entity("Order", "total:int=0"));

        Assert.Equal("mine", _solution.Folder.Read("migrations/20260131100000_create_orders.sql"));
        Assert.True(_solution.Folder.Has("migrations/20260131100002_change_orders.sql"));
    }

    public void Dispose() => _solution.Dispose();
}
