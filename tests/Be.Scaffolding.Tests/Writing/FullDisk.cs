using System.Diagnostics;

namespace Be.Scaffolding.Tests.Writing;

/// <summary>A disk of a few pages in memory, mounted for one process alone: it goes with the process.</summary>
/// <param name="Through">The program that mounts it and then runs the command after it.</param>
internal sealed record FullDisk(string[] Through)
{
    /// <summary>In place of a step: the process fills the disk before it writes.</summary>
    public const string Step = "full";

    private const int Page = 4096;
    private const string Filler = "filler";

    public bool CanBeMounted
    {
        get
        {
            if (!OperatingSystem.IsLinux())
                return false;
            using var probe = Process.Start(new ProcessStartInfo(Through[0], [.. Through[1..], "true"]) { RedirectStandardError = true })!;
            probe.StandardError.ReadToEnd();
            probe.WaitForExit();
            return probe.ExitCode == 0;
        }
    }

    public static FullDisk Mount(string folder) =>
        new([
            "unshare",
            "--mount",
            .. Environment.IsPrivilegedProcess ? Array.Empty<string>() : ["--map-root-user"],
            "bash",
            "-c",
            $"mount -t tmpfs -o size={16 * Page} tmpfs '{folder}' && exec \"$@\"",
            "bash",
        ]);

    /// <summary>Puts the sample solution on the disk and leaves room for two more files.</summary>
    public static void Fill(string folder)
    {
        SampleChanges.Prepare(folder);
        var used = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length;
        File.WriteAllBytes(Path.Combine(folder, Filler), new byte[(16 - used - 2) * Page]);
    }

    public static string TreeOf(string folder)
    {
        File.Delete(Path.Combine(folder, Filler));
        return SampleTrees.Of(folder);
    }
}
