using System.Diagnostics;
using System.Globalization;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;

namespace Be.Scaffolding.Tests.Writing;

/// <summary>A process of its own that writes the sample changes.</summary>
internal static class WritingProcess
{
    public const string Command = "write";

    /// <summary>The exit code of a process that wrote all there is.</summary>
    public const int Done = 0;

    /// <summary>In place of a step: the process lives.</summary>
    public const string ToTheEnd = "end";

    /// <summary>What the process does: it ends itself, as <c>kill -9</c> would, before the given step.</summary>
    public static int Run(string root, string step)
    {
        if (step == FullDisk.Step)
            FullDisk.Fill(root);
        var left = int.TryParse(step, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        try
        {
            ChangeWriter.Write(root, SampleChanges.All, OnConflict.Refuse, new Disk(_ => KillAt(left--)));
            return Done;
        }
        catch (UserError error)
        {
            Console.Error.WriteLine(error.Problem);
            Console.Error.WriteLine(error.Remedy);
            if (step == FullDisk.Step)
                Console.Error.Write(FullDisk.TreeOf(root));
            return error.ExitCode;
        }
    }

    /// <summary>Starts the process, by way of another program where one is given.</summary>
    public static (int ExitCode, string Error) Start(string root, string step, params string[] through)
    {
        string[] command = [.. through, Environment.ProcessPath!, Command, root, step];
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    private static void KillAt(int left)
    {
        if (left > 0)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
