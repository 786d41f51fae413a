using System.Diagnostics;

namespace Be.Postgres.Tests;

internal static class RunningProcess
{
    /// <summary>Whether a process runs; one that has ended may stay in the system's list, without memory, until its parent takes note.</summary>
    public static bool Has(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.VirtualMemorySize64 > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
