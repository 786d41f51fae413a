using System.Diagnostics;
using System.Globalization;

namespace Acme.Testing.Postgres;

/// <summary>The process that serves a cluster, as the cluster's <c>postmaster.pid</c> names it.</summary>
/// <param name="ProcessId">Its number.</param>
/// <param name="Started">When it started.</param>
internal sealed record Postmaster(int ProcessId, DateTimeOffset Started)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(10);

    /// <summary>The running process; null when the cluster was stopped, or its process died and left the file.</summary>
    public static Postmaster? Of(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "postmaster.pid");
        if (!File.Exists(file))
            return null;

        // Lines 1 and 3: https://github.com/postgres/postgres/blob/master/src/include/utils/pidfile.h
        var lines = File.ReadLines(file).Take(3).ToList();
        if (lines.Count < 3 || !Number(lines[0], out var id) || !Number(lines[2], out var started))
            return null;
        var postmaster = new Postmaster((int)id, DateTimeOffset.FromUnixTimeSeconds(started));
        return postmaster.IsAlive ? postmaster : null;
    }

    /// <summary>After a restart of the machine the number may belong to another process: that one must not be stopped.</summary>
    private bool IsAlive
    {
        get
        {
            try
            {
                using var process = Process.GetProcessById(ProcessId);
                // A process that was killed stays in the list, without memory, until its parent takes note.
                return process.VirtualMemorySize64 > 0
                    && (process.StartTime.ToUniversalTime() - Started.UtcDateTime).Duration() < ClockTolerance;
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
            {
                return false;
            }
        }
    }

    private static bool Number(string line, out long number) =>
        long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
