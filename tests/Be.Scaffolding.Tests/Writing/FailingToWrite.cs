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
            var error = Record.Exception(() =>
                Write(
                    folder,
                    new Disk(_ =>
                    {
                        if (left-- == 0)
                            throw new IOException("No space left on device");
                    })
                )
            );
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
        var error = Assert.Throws<UserError>(() =>
            Write(
                _folder,
                new Disk(step =>
                {
                    broken = broken || step.EndsWith("2.old", StringComparison.Ordinal);
                    if (broken)
                        throw new IOException("Read-only file system");
                })
            )
        );

        Assert.Equal("src/deleted.txt can neither be written nor put back: Read-only file system", error.Problem);
        ChangeWriter.Recover(_folder.Path);
        Assert.Equal(SampleTrees.After, SampleTrees.Of(_folder.Path));
    }

    [Fact]
    public void SaysSoWhenTheDiskIsFull()
    {
        // ENOSPC, as .NET reports it.
        var error = Assert.Throws<UserError>(() =>
            Write(
                _folder,
                new Disk(step =>
                {
                    if (step.EndsWith("3.new", StringComparison.Ordinal))
                        throw new IOException("No space left on device", hresult: 28);
                })
            )
        );

        Assert.Equal("src/merged.txt cannot be written, so nothing was changed: No space left on device", error.Problem);
        Assert.Equal("Make room on the disk, then run the same command again.", error.Remedy);
        Assert.Equal(SampleTrees.Before, SampleTrees.Of(_folder.Path));
    }

    [Fact]
    public void SaysSoWhenARealDiskIsFull()
    {
        // Where nobody may mount a small disk, the test above has to do.
        var disk = FullDisk.Mount(_folder.Path);
        if (!disk.CanBeMounted)
            return;

        var (exitCode, error) = WritingProcess.Start(_folder.Path, FullDisk.Step, disk.Through);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"src/merged.txt cannot be written, so nothing was changed: No space left on device : '{_folder[".be/staging/3.new"]}'\n"
                + "Make room on the disk, then run the same command again.\n"
                + SampleTrees.Before,
            error
        );
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

    private static void Write(TemporaryFolder folder, Disk disk) =>
        ChangeWriter.Write(folder.Path, SampleChanges.All, OnConflict.Refuse, disk);

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
