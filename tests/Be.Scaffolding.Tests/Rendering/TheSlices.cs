using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering;
using Be.Scaffolding.Rendering.Migrations;
using Be.Snapshots;

namespace Be.Scaffolding.Tests.Rendering;

/// <summary>Whole trees, as accepted by somebody who read them.</summary>
public sealed class TheSlices
{
    [Fact]
    public void OfEveryFieldTypeAndReference() => TreeSnapshot.Verify(Tree(SampleModels.Shop));

    [Fact]
    public void WithIntegerKeys() => TreeSnapshot.Verify(Tree(SampleModels.MyShop));

    [Fact]
    public void OfAHexagon() => TreeSnapshot.Verify(Slices(SampleModels.HexagonalShop));

    [Fact]
    public void OfAHexagonWithIntegerKeys() => TreeSnapshot.Verify(Slices(SampleModels.MyHexagonalShop));

    [Fact]
    public void WithAccounts() => TreeSnapshot.Verify(Slices(SampleModels.ShopWithAccounts).Where(DependsOnAccounts));

    [Fact]
    public void OfAHexagonWithAccounts() => TreeSnapshot.Verify(Slices(SampleModels.HexagonalShopWithAccounts).Where(DependsOnAccounts));

    [Fact]
    public void OfServices() => TreeSnapshot.Verify(Slices(SampleModels.Services));

    [Fact]
    public void OfServicesWithAccounts() =>
        TreeSnapshot.Verify(
            Slices(SampleModels.ServicesWithAccounts)
                .Concat(Migrations(null, SampleModels.ServicesWithAccounts))
                .Except(Slices(SampleModels.Services).Concat(Migrations(null, SampleModels.Services)))
                .Where(file => !DependsOnAccounts(file) || file.Path.EndsWith("Orders.http", StringComparison.Ordinal))
        );

    [Fact]
    public void ThatReferInACircle() => TreeSnapshot.Verify(Migrations(null, SampleModels.Circle));

    [Fact]
    public void ThatGainFields() => TreeSnapshot.Verify(Migrations(SampleModels.Growth.Before, SampleModels.Growth.After));

    [Fact]
    public void ThatAreDefinedOtherwise() =>
        TreeSnapshot.Verify(Migrations(SampleModels.Redefinition.Before, SampleModels.Redefinition.After));

    [Fact]
    public void AreTheSameEveryTime() => Assert.Equal(Tree(SampleModels.Shop), Tree(SampleModels.Shop));

    [Fact]
    public void AreCleanText()
    {
        foreach (
            var (path, text) in Tree(SampleModels.Shop)
                .Concat(Tree(SampleModels.MyShop))
                .Concat(Tree(SampleModels.HexagonalShop))
                .Concat(Tree(SampleModels.Services))
        )
        {
            Assert.False(text.Contains('\r', StringComparison.Ordinal), path);
            Assert.True(text.EndsWith('\n') && !text.EndsWith("\n\n", StringComparison.Ordinal), path);
            Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' '));
            Assert.True(path.EndsWith(".http", StringComparison.Ordinal) || !text.Contains("{{", StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public void OfOneEntityAreAboutThreeHundredLinesWithoutTests()
    {
        var files = new[] { "Order.cs", "OrderContracts.cs", "OrderEndpoints.cs", "OrderStore.cs" };

        var lines = Tree(SampleModels.Shop)
            .Where(file => files.Contains(Path.GetFileName(file.Path)))
            .Sum(file => file.Text.Count(c => c == '\n'));

        Assert.InRange(lines, 200, 350);
    }

    private static bool DependsOnAccounts((string Path, string Text) file) =>
        file.Path.EndsWith(".http", StringComparison.Ordinal)
        || new[] { "Endpoints.cs", "Includes.cs", "Tests.cs", "OperatingJobs.cs", "JobReplicas.cs" }.Any(name =>
            file.Path.EndsWith(name, StringComparison.Ordinal)
        );

    private static List<(string Path, string Text)> Tree(Solution solution) => [.. Slices(solution), .. Migrations(null, solution)];

    private static IEnumerable<(string Path, string Text)> Slices(Solution solution) =>
        new SolutionRenderer().Files(solution).Select(file => (file.Path, file.Render()));

    private static IEnumerable<(string Path, string Text)> Migrations(Solution? before, Solution after) =>
        new MigrationPlanner()
            .Plan(before, after)
            .Where(migration => !migration.IsUnlessThere)
            .Select(
                (migration, index) => ($"migrations/{(migration.IsLater ? "later/" : "")}{index:00}_{migration.Name}.sql", migration.Text)
            );
}
