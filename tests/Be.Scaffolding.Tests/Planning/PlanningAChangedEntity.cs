using Be.Scaffolding.Json;
using Be.Scaffolding.Model;
using Be.Scaffolding.Planning;

namespace Be.Scaffolding.Tests.Planning;

public sealed class PlanningAChangedEntity : IDisposable
{
    private static readonly Solution Before = Models.Shop.Entity("Order", "number:int", module: "Sales");
    private static readonly Solution After = Before.Entity("Order", "total:int=0");

    private readonly SmallSolution _solution = new();

    public PlanningAChangedEntity() => _solution.Apply(Before);

    [Fact]
    public void UpdatesAFileThatTheUserLeftAsItWas()
    {
        var changes = _solution.Apply(After);

        Assert.Equal(
            ["update be.json", "create migrations/20260131100001_change_orders.sql", $"update {SmallSolution.OrderFile}"],
            SmallSolution.Lines(changes)
        );
        Assert.Equal("class Order\n\nbegin\n  number:int\n  total:int=0\nend\n", _solution.Folder.Read(SmallSolution.OrderFile));
        Assert.True(_solution.Plan(After).IsEmpty);
    }

    [Fact]
    public void MergesAFileThatTheUserChangedElsewhere()
    {
        _solution.Folder.Write(SmallSolution.OrderFile, "class Order // mine\n\nbegin\n  number:int\nend\n");

        Assert.Contains($"merge {SmallSolution.OrderFile}", SmallSolution.Lines(_solution.Apply(After)));
        Assert.Equal("class Order // mine\n\nbegin\n  number:int\n  total:int=0\nend\n", _solution.Folder.Read(SmallSolution.OrderFile));
    }

    [Fact]
    public void MergesAgainIntoWhatItMergedBefore()
    {
        _solution.Folder.Write(SmallSolution.OrderFile, "class Order // mine\n\nbegin\n  number:int\nend\n");
        _solution.Apply(After);

        _solution.Apply(After.Entity("Order", "notes:text?"));

        Assert.Equal(
            "class Order // mine\n\nbegin\n  number:int\n  total:int=0\n  notes:text?\nend\n",
            _solution.Folder.Read(SmallSolution.OrderFile)
        );
    }

    [Fact]
    public void LeavesAFileAloneThatTheUserChangedTheSameWay()
    {
        _solution.Folder.Write(SmallSolution.OrderFile, "class Order\n\nbegin\n  number:int\n  total:int=0\nend\n");

        Assert.Contains($"unchanged {SmallSolution.OrderFile}", SmallSolution.Lines(_solution.Apply(After)));
        Assert.True(_solution.Plan(After).IsEmpty);
    }

    [Fact]
    public void NamesAConflictAndWritesNothing()
    {
        _solution.Folder.Write(SmallSolution.OrderFile, "class Order\n\nbegin\n  number:long\nend\n");

        var error = Assert.Throws<UserError>(() => _solution.Apply(After));

        Assert.Equal(
            $"Nothing was written, because of {SmallSolution.OrderFile} (your changes and be's touch the same lines).",
            error.Problem
        );
        Assert.Equal("Take --merge (both sides between markers) or --force (be's side), or take your changes back.", error.Remedy);
        Assert.Equal(1, error.ExitCode);
        Assert.Equal("class Order\n\nbegin\n  number:long\nend\n", _solution.Folder.Read(SmallSolution.OrderFile));
        Assert.Equal(BeJson.Write(Models.Shop.Entity("Order", "number:int", module: "Sales")), _solution.Folder.Read("be.json"));
        Assert.Single(Directory.GetFiles(_solution.Folder["migrations"]));
    }

    [Fact]
    public void WritesBothSidesOfAConflictWhenToldTo()
    {
        _solution.Folder.Write(SmallSolution.OrderFile, "class Order\n\nbegin\n  number:long\nend\n");

        _solution.Apply(After, OnConflict.Merge);

        Assert.Equal(
            """
            class Order

            begin
            <<<<<<< yours
              number:long
            ||||||| as be wrote it
              number:int
            =======
              number:int
              total:int=0
            >>>>>>> be
            end

            """,
            _solution.Folder.Read(SmallSolution.OrderFile)
        );
        Assert.True(_solution.Plan(After).IsEmpty);
    }

    [Fact]
    public void TakesItsOwnSideOfAConflictWhenToldTo()
    {
        _solution.Folder.Write(SmallSolution.OrderFile, "class Order\n\nbegin\n  number:long\nend\n");

        _solution.Apply(After, OnConflict.Force);

        Assert.Equal("class Order\n\nbegin\n  number:int\n  total:int=0\nend\n", _solution.Folder.Read(SmallSolution.OrderFile));
    }

    [Fact]
    public void LeavesAFileAwayThatTheUserDeleted()
    {
        File.Delete(_solution.Folder[SmallSolution.OrderFile]);

        var change = _solution.Apply(After).Changes.Single(change => change.Path == SmallSolution.OrderFile);

        Assert.Equal((ChangeKind.Unchanged, "you deleted it, so it stays away"), (change.Kind, change.Note));
        Assert.False(_solution.Folder.Has(SmallSolution.OrderFile));
    }

    [Fact]
    public void KeepsLineEndsAndByteOrderMarkOfTheUsersEditor()
    {
        _solution.Folder.Write(SmallSolution.OrderFile, "\uFEFFclass Order // mine\r\n\r\nbegin\r\n  number:int\r\nend\r\n");

        _solution.Apply(After);

        Assert.Equal(
            "\uFEFFclass Order // mine\r\n\r\nbegin\r\n  number:int\r\n  total:int=0\r\nend\r\n",
            System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_solution.Folder[SmallSolution.OrderFile]))
        );
    }

    [Fact]
    public void RendersTheModelBeforeWhenTheBaseIsGone()
    {
        Directory.Delete(_solution.Folder[".be/base"], recursive: true);

        Assert.Contains($"update {SmallSolution.OrderFile}", SmallSolution.Lines(_solution.Plan(After)));
    }

    [Fact]
    public void KnowsAnUntouchedFileOfAnEarlierVersionOfTheTool()
    {
        _solution.Header = "from a newer version of the tool\n";

        Assert.Contains($"update {SmallSolution.OrderFile}", SmallSolution.Lines(_solution.Plan(After)));
    }

    [Fact]
    public void BringsBackAnOwnedFileThatIsMissing()
    {
        File.Delete(_solution.Folder[SmallSolution.Registry]);

        Assert.Equal(["unchanged be.json", $"create {SmallSolution.Registry}"], SmallSolution.Lines(_solution.Plan(Before)));
    }

    [Fact]
    public void IsInConflictWithAnOwnedFileThatWasEdited()
    {
        _solution.Folder.Write(SmallSolution.Registry, "owned\nOrder\nmine\n");

        var conflict = Assert.Single(_solution.Plan(Before.Entity("Line")).Conflicts);

        Assert.Equal((SmallSolution.Registry, "be keeps this file, and it was edited"), (conflict.Path, conflict.Note));
    }

    [Fact]
    public void IsInConflictWithAnEditedOwnedFileAlsoWhenTheModelIsAsBefore()
    {
        _solution.Folder.Write(SmallSolution.Registry, "something else\n");

        var change = Assert.Single(_solution.Plan(Before).Conflicts);

        Assert.Equal(SmallSolution.Registry, change.Path);
    }

    [Fact]
    public void RefusesAFileThatIsNotText()
    {
        File.WriteAllBytes(_solution.Folder[SmallSolution.OrderFile], [0xFF, 0xFE, 0x00]);

        Assert.Equal($"{SmallSolution.OrderFile} is not UTF-8 text.", Assert.Throws<UserError>(() => _solution.Plan(After)).Problem);
    }

    public void Dispose() => _solution.Dispose();
}
