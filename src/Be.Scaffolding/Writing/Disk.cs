using System.Text;

namespace Be.Scaffolding.Writing;

/// <summary>Every single step that changes the disk goes through here.</summary>
/// <param name="beforeStep">Called before each step; tests kill the process there.</param>
internal sealed class Disk(Action<string>? beforeStep)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public void CreateFolder(string path)
    {
        beforeStep?.Invoke($"create folder {path}");
        Directory.CreateDirectory(path);
    }

    /// <summary>Opens a file that only this process can open.</summary>
    public FileStream OpenExclusively(string path)
    {
        beforeStep?.Invoke($"open {path}");
        var options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
        return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, options);
    }

    /// <param name="path">A file that does not exist yet.</param>
    /// <param name="text">Its text.</param>
    /// <param name="mode">Its permissions; null for the usual ones.</param>
    /// <param name="toDisk">Whether to wait until it would survive a power cut.</param>
    public void Write(string path, string text, UnixFileMode? mode = null, bool toDisk = false)
    {
        beforeStep?.Invoke($"write {path}");
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        RandomAccess.Write(file, Utf8.GetBytes(text), 0);
        if (mode is { } value && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, value);
        if (toDisk)
            RandomAccess.FlushToDisk(file);
    }

    /// <summary>Renames a file; nothing may stand at the new path.</summary>
    public void Move(string from, string to)
    {
        beforeStep?.Invoke($"move {from} to {to}");
        File.Move(from, to);
    }

    public void Delete(string path)
    {
        beforeStep?.Invoke($"delete {path}");
        File.Delete(path);
    }

    /// <returns>Whether it could be deleted.</returns>
    public bool TryDelete(string path)
    {
        try
        {
            Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Deletes a folder with all that is in it.</summary>
    public void DeleteFolder(string path)
    {
        beforeStep?.Invoke($"delete folder {path}");
        Directory.Delete(path, recursive: true);
    }

    /// <summary>Deletes a folder unless something is in it.</summary>
    public void DeleteIfEmpty(string path)
    {
        if (Directory.EnumerateFileSystemEntries(path).Any())
            return;
        beforeStep?.Invoke($"delete empty folder {path}");
        Directory.Delete(path, recursive: false);
    }
}
