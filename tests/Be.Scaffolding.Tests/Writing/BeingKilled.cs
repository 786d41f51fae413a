using System.Globalization;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;

namespace Be.Scaffolding.Tests.Writing;

public sealed class BeingKilled
{
    [Fact]
    public void LeavesAllOrNothingAfterTheNextRunWhereverItHappened()
    {
        var trees = new List<string>();
        for (var step = 0; ; step++)
        {
            using var folder = new TemporaryFolder();
            SampleChanges.Prepare(folder);
            if (WritingProcess.Start(folder.Path, step.ToString(CultureInfo.InvariantCulture)).ExitCode == WritingProcess.Done)
                break;

            ChangeWriter.Recover(folder.Path);

            trees.Add(SampleTrees.Of(folder.Path));
        }

        Assert.InRange(trees.Count, 20, 60);
        Assert.All(trees, tree => Assert.True(tree == SampleTrees.Before || tree == SampleTrees.After, tree));
        Assert.Contains(SampleTrees.Before, trees);
        Assert.Contains(SampleTrees.After, trees);
    }

    [Fact]
    public void LeavesAllOrNothingWhenTheNextRunIsKilledToo()
    {
        var trees = new HashSet<string>();
        for (var step = 0; ; step++)
        {
            for (var again = 0; ; again++)
            {
                using var folder = new TemporaryFolder();
                SampleChanges.Prepare(folder);
                if (!Dies(step, disk => ChangeWriter.Write(folder.Path, SampleChanges.OneOfEach, OnConflict.Refuse, disk)))
                {
                    Assert.Equal(new HashSet<string> { SampleTrees.Before, SampleTrees.Of(folder.Path) }, trees);
                    return;
                }
                var diedAgain = Dies(again, disk => ChangeWriter.Recover(folder.Path, disk));

                ChangeWriter.Recover(folder.Path);

                trees.Add(SampleTrees.Of(folder.Path));
                if (!diedAgain)
                    break;
            }
        }
    }

    [Fact]
    public void IsFinishedByTheNextWriteAsWell()
    {
        using var folder = new TemporaryFolder();
        SampleChanges.Prepare(folder);
        DiesWhileRenaming(folder);

        ChangeWriter.Write(folder.Path, new ChangeSet([new Change("later.txt", ChangeKind.Create, null, "later\n")]), OnConflict.Refuse);

        File.Delete(folder["later.txt"]);
        Assert.Equal(SampleTrees.After, SampleTrees.Of(folder.Path));
    }

    [Fact]
    public void IsTakenBackWhenAFileThatWasStillToComeWasChangedSince()
    {
        using var folder = new TemporaryFolder();
        SampleChanges.Prepare(folder);
        DiesWhileRenaming(folder);
        folder.Write("src/merged.txt", "changed since\n");

        ChangeWriter.Recover(folder.Path);

        Assert.Equal(
            SampleTrees.Before.Replace("src/merged.txt: mine", "src/merged.txt: changed since", StringComparison.Ordinal),
            SampleTrees.Of(folder.Path)
        );
    }

    [Fact]
    public void IsTakenBackWhenAStagedTextDidNotReachTheDisk()
    {
        using var folder = new TemporaryFolder();
        SampleChanges.Prepare(folder);
        DiesWhileRenaming(folder);
        File.WriteAllText(folder[".be/staging/3.new"], "");

        ChangeWriter.Recover(folder.Path);

        Assert.Equal(SampleTrees.Before, SampleTrees.Of(folder.Path));
    }

    [Fact]
    public void IsNotMendedOverTheUsersLaterChanges()
    {
        using var folder = new TemporaryFolder();
        SampleChanges.Prepare(folder);
        DiesWhileRenaming(folder);
        folder.Write("be.json", "changed since\n");
        folder.Write("src/merged.txt", "changed since\n");

        var error = Assert.Throws<UserError>(() => ChangeWriter.Recover(folder.Path));

        Assert.Equal("A run of be was interrupted, and be.json was changed since.", error.Problem);
        Assert.Equal("changed since\n", folder.Read("be.json"));
        Assert.Equal("changed since\n", folder.Read("src/merged.txt"));
    }

    /// <summary>The process dies when be.json is written, and src/merged.txt is not yet.</summary>
    private static void DiesWhileRenaming(TemporaryFolder folder) =>
        Assert.Throws<Killed>(() =>
            ChangeWriter.Write(
                folder.Path,
                SampleChanges.All,
                OnConflict.Refuse,
                new Disk(DyingAt(step => step.EndsWith("2.old", StringComparison.Ordinal)))
            )
        );

    private static bool Dies(int step, Action<Disk> action)
    {
        try
        {
            action(new Disk(DyingAt(_ => step-- <= 0)));
            return false;
        }
        catch (Killed)
        {
            return true;
        }
    }

    /// <summary>Whoever is dead does not do anything any more, not even in a finally.</summary>
    private static Action<string> DyingAt(Predicate<string> isLast)
    {
        var dead = false;
        return step =>
        {
            dead = dead || isLast(step);
            if (dead)
                throw new Killed();
        };
    }

    private sealed class Killed : Exception;
}
