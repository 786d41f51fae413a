using Be.Scaffolding.Model;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;

namespace Be.Scaffolding.Tests.Planning;

public sealed class ReleasingMigrationsThatWait : IDisposable
{
    private static readonly Solution Before = Models.Shop.Entity("Order", "number:int note:string(10)? total:int:index", module: "Sales");
    private static readonly Solution After = Models.Shop.Entity("Order", "number:int total:int:index", module: "Sales");

    private readonly PlannedSolution _solution = new();

    public ReleasingMigrationsThatWait()
    {
        _solution.Apply(Before);
        _solution.Apply(After);
    }

    public void Dispose() => _solution.Dispose();

    [Fact]
    public void PutsWhatOldProgramsNeedIntoAFolderOfItsOwn()
    {
        var path = Assert.Single(Waiting());

        Assert.Matches("^migrations/later/[0-9]{14}_drop_note_of_orders.sql$", path);
        Assert.Contains("alter table sales.orders drop column note;", _solution.Folder.Read(path), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_solution.Folder["migrations"], "*drop_note*"));
    }

    [Fact]
    public void GivesThemVersionsAfterTheNewest()
    {
        var text = _solution.Folder.Read(Waiting()[0]);
        var newest = Path.GetFileName(Directory.GetFiles(_solution.Folder["migrations"]).Max()!);

        var changes = new ChangeSet([.. new MigrationPlan(_solution.Folder.Path, "migrations", DateTimeOffset.UtcNow).Release()]);
        ChangeWriter.Write(_solution.Folder.Path, changes, OnConflict.Refuse);

        Assert.Empty(Waiting());
        Assert.Equal($"{Predecessor.Line(newest.Split('_')[0])}\n{text}", _solution.Migration("drop_note_of_orders"));
        Assert.True(string.CompareOrdinal(Path.GetFileName(Directory.GetFiles(_solution.Folder["migrations"]).Max()), newest) > 0);
    }

    [Fact]
    public void ReleasesNothingWhenNothingWaits()
    {
        using var other = new PlannedSolution();
        other.Apply(Before);

        Assert.Empty(new MigrationPlan(other.Folder.Path, "migrations", DateTimeOffset.UtcNow).Release());
    }

    [Fact]
    public void RefusesAnotherChangeOfTheSameColumnMeanwhile()
    {
        var error = Assert.Throws<UserError>(() => _solution.Apply(After.Entity("Order", "note:int?")));

        Assert.Equal($"{Waiting()[0]} waits, and is about note of sales.orders too.", error.Problem);
        Assert.Equal("Once no program from before that change runs, write 'be migration contract'; then this again.", error.Remedy);
    }

    [Fact]
    public void LetsOtherColumnsChangeMeanwhile() => Assert.NotEmpty(_solution.Apply(After.Entity("Order", "notes:int? remark:text?")));

    [Fact]
    public void RefusesAnIndexAgainWhoseEndWaits()
    {
        var without = Models.Shop.Entity("Order", "number:int total:int", module: "Sales");
        _solution.Apply(without);

        var error = Assert.Throws<UserError>(() => _solution.Apply(After));

        Assert.EndsWith("waits, and is about orders_total_idx of sales.orders too.", error.Problem, StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Waiting() => new WaitingMigrations(_solution.Folder.Path, "migrations").Files;
}
