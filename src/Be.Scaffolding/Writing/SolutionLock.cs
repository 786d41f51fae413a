namespace Be.Scaffolding.Writing;

/// <summary>Keeps a second run out of a solution. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class SolutionLock : IDisposable
{
    private readonly FileStream _file;
    private readonly Disk _disk;
    private readonly string _folder;

    private SolutionLock(FileStream file, Disk disk, string folder) => (_file, _disk, _folder) = (file, disk, folder);

    /// <exception cref="UserError">Another run has it, or the solution cannot be written.</exception>
    public static SolutionLock Take(string root, Disk disk)
    {
        var folder = new SafePaths(root).Resolve(".be");
        try
        {
            if (!Directory.Exists(folder))
                disk.CreateFolder(folder);
            var path = PathOf(root);
            var file = disk.OpenExclusively(path);
            if (IsAt(file, path))
                return new SolutionLock(file, disk, folder);
            file.Dispose();
            throw Taken();
        }
        catch (IOException e) when (IsSharing(e))
        {
            throw Taken();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw WriteFailure.Of(".be/lock", e);
        }
    }

    public static string PathOf(string root) => Path.Combine(new SafePaths(root).Resolve(".be"), "lock");

    public void Dispose()
    {
        // Gone from the folder before it is let go, so that whoever opens it next opens a new one. (Windows deletes it on closing.)
        // Where it cannot be deleted it is in nobody's way: the next run takes it over.
        using (_file)
        {
            if (!OperatingSystem.IsWindows() && !_disk.TryDelete(_file.Name))
                return;
        }
        _disk.DeleteIfEmpty(_folder);
    }

    /// <summary>
    /// A run that ended between our opening and locking took the file out of the folder: then the lock keeps nobody out. A time that
    /// nobody else would set tells our file from another at the same path; even seconds, because FAT keeps no others.
    /// </summary>
    private static bool IsAt(FileStream file, string path)
    {
        var mark = DateTime.UnixEpoch.AddSeconds(2 * Random.Shared.Next(1 << 29));
        File.SetLastWriteTimeUtc(file.SafeFileHandle, mark);
        return File.GetLastWriteTimeUtc(path) == mark;
    }

    /// <summary>EWOULDBLOCK on Linux and macOS, a sharing violation on Windows.</summary>
    private static bool IsSharing(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static UserError Taken() =>
        new("Another run of be is at work in this solution.", "Wait until it ends, then run the same command again.");
}
