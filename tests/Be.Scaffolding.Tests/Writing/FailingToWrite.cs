using System.Diagnostics;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;

namespace Be.Scaffolding.Tests.Writing;

public sealed class FailingToWrite : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FailingToWrite() => SampleChanges.Prepare(_folder);

    [Fact]
    public void LeavesEveryFileAsItWasWhicheverStepFails()
    {
        for (var step = 0; ; step++)
        {
            using var folder = new TemporaryFolder();
            SampleChanges.Prepare(folder);
            var left = step;
            var error = Record.Exception(() => Write(folder, new Disk(_ =>
            {
                if (left-- == 0)
                    throw new IOException("No space left on device");
            })));
            if (error is null)
                break;

            Assert.IsType<UserError>(error);
            ChangeWriter.Recover(folder.Path);

            Assert.Equal(SaysAllIsDone(error) ? SampleTrees.After : SampleTrees.Before, SampleTrees.Of(folder.Path));
        }
    }

    [Fact]
    public void IsEndedByTheNextRunWhenNothingCouldBePutBackEither()
    {
        var broken = false;
        var error = Assert.Throws<UserError>(() => Write(_folder, new Disk(step =>
        {
            broken = broken || step.EndsWith("2.old", StringComparison.Ordinal);
            if (broken)
                throw new IOException("Read-only file system");
        })));

        Assert.Equal("src/deleted.txt can neither be written nor put back: Read-only file system", error.Problem);
        ChangeWriter.Recover(_folder.Path);
        Assert.Equal(SampleTrees.After, SampleTrees.Of(_folder.Path));
    }

    [Fact]
    public void SaysSoWhenTheDiskIsFull()
    {
        var disk = FullDisk.Mount(_folder.Path);
        Assert.SkipUnless(disk.CanBeMounted, "This system does not let us mount a small disk.");

        var (exitCode, error) = WritingProcess.Start(_folder.Path, FullDisk.Step, disk.Through);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"src/merged.txt cannot be written, so nothing was changed: No space left on device : '{_folder[".be/staging/3.new"]}'\n"
            + "Make room on the disk, then run the same command again.\n" + SampleTrees.Before,
            error);
    }

    [Fact]
    public void SaysSoWhenAFolderIsReadOnly()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(_folder["src"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var (exitCode, error) = WritingProcess.Start(_folder.Path, WritingProcess.ToTheEnd, Unprivileged(_folder.Path));
        File.SetUnixFileMode(_folder["src"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("src/new cannot be written, so nothing was changed: Access to the path", error, StringComparison.Ordinal);
        Assert.EndsWith("Change its permissions, or run be as a user who may write there.\n", error, StringComparison.Ordinal);
        Assert.Equal(SampleTrees.Before, SampleTrees.Of(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private static void Write(TemporaryFolder folder, Disk disk) => ChangeWriter.Write(folder.Path, SampleChanges.All, OnConflict.Refuse, disk);

    private static bool SaysAllIsDone(Exception error) => error.Message.StartsWith("All is done", StringComparison.Ordinal);

    /// <summary>Permissions do not bind root: then the folder is given to nobody, and the program runs as nobody.</summary>
    private static string[] Unprivileged(string folder)
    {
        if (!Environment.IsPrivilegedProcess)
            return [];
        using var chown = Process.Start("chown", ["-R", "65534:65534", folder]);
        chown.WaitForExit();
        return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
    }
}
