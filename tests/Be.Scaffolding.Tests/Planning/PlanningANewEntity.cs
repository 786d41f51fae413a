using Be.Scaffolding.Json;
using Be.Scaffolding.Model;
using Be.Scaffolding.Planning;

namespace Be.Scaffolding.Tests.Planning;

public sealed class PlanningANewEntity : IDisposable
{
    private static readonly Solution Orders = Models.Shop.Entity("Order", "number:int", module: "Sales");

    private readonly SmallSolution _solution = new();

    [Fact]
    public void CreatesItsFilesAndItsMigration() =>
        Assert.Equal(
            [
                "update be.json",
                "create migrations/20260131100000_create_orders.sql",
                "create src/Sales/Order.txt",
                "create src/Sales/Sales.g.txt",
                "create src/Sales/Shop.Sales.csproj",
            ],
            SmallSolution.Lines(_solution.Plan(Orders))
        );

    [Fact]
    public void KeepsWhatItWroteAndTheModelOutOfSight() =>
        Assert.Equal(
            [".be/applied.json", ".be/base/src/Sales/Order.txt", ".be/base/src/Sales/Sales.g.txt", ".be/base/src/Sales/Shop.Sales.csproj"],
            _solution.Plan(Orders).Changes.Where(change => change.IsHidden).Select(change => change.Path)
        );

    [Fact]
    public void WritesNothingYet()
    {
        _solution.Plan(Orders);

        Assert.Equal(["be.json"], Directory.GetFileSystemEntries(_solution.Folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void HasNothingToDoTheSecondTime()
    {
        _solution.Apply(Orders);
        _solution.Now = _solution.Now.AddDays(1);

        var changes = _solution.Plan(Orders);

        Assert.True(changes.IsEmpty);
        Assert.Equal(["unchanged be.json"], SmallSolution.Lines(changes));
    }

    [Fact]
    public void LeavesABeJsonThatHoldsTheModelAsItsAuthorLaidItOut()
    {
        var text = BeJson.Write(Orders).Replace("  ", "\t", StringComparison.Ordinal);
        _solution.Folder.Write("be.json", text);

        _solution.Apply(Orders);

        Assert.Equal(text, _solution.Folder.Read("be.json"));
        Assert.True(_solution.Folder.Has(SmallSolution.OrderFile));
    }

    [Fact]
    public void RendersOnlyWhatTheModelChanges()
    {
        _solution.Apply(Orders);
        _solution.Header = "from a newer version of the tool\n";

        Assert.Equal(
            [
                "update be.json",
                "create migrations/20260131100001_create_lines.sql",
                "create src/Sales/Line.txt",
                "update src/Sales/Sales.g.txt",
            ],
            SmallSolution.Lines(_solution.Plan(Orders.Entity("Line")))
        );
    }

    [Fact]
    public void IsInConflictWithAFileInTheWay()
    {
        _solution.Folder.Write(SmallSolution.OrderFile, "mine\n");

        var conflict = Assert.Single(_solution.Plan(Orders).Conflicts);

        Assert.Equal((SmallSolution.OrderFile, "there is a file in the way"), (conflict.Path, conflict.Note));
    }

    [Fact]
    public void TakesAFileThatIsThereAlreadyForItsOwnWhenItIsTheSame()
    {
        _solution.Folder.Write(SmallSolution.OrderFile, "class Order\n\nbegin\n  number:int\nend\n");

        Assert.Contains($"unchanged {SmallSolution.OrderFile}", SmallSolution.Lines(_solution.Apply(Orders)));
        Assert.Equal(
            $"update {SmallSolution.OrderFile}",
            SmallSolution
                .Lines(_solution.Plan(Orders.Entity("Order", "total:int=0")))
                .Single(line => line.EndsWith(SmallSolution.OrderFile, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void RefusesAFolderInTheWay()
    {
        Directory.CreateDirectory(_solution.Folder[SmallSolution.OrderFile]);

        Assert.Equal(
            $"{SmallSolution.OrderFile} is a folder, and a file has to stand there.",
            Assert.Throws<UserError>(() => _solution.Plan(Orders)).Problem
        );
    }

    [Fact]
    public void TakesUpASolutionWhoseRecordsWereDeleted()
    {
        _solution.Apply(Orders);
        Directory.Delete(_solution.Folder[".be"], recursive: true);

        var changes = _solution.Apply(Orders);

        Assert.All(changes.Visible, change => Assert.Equal(ChangeKind.Unchanged, change.Kind));
        Assert.True(_solution.Plan(Orders).IsEmpty);
    }

    public void Dispose() => _solution.Dispose();
}
