namespace Acme.Platform.Database;

/// <summary>
/// Threads for the pool while all of its own wait. Npgsql asks PostgreSQL to cancel a command on the thread that gave up, which waits for it: a server
/// that hangs takes one for each connection, and by itself the pool adds two a second. They are not kept for good: more threads than processors take
/// turns, which costs every request.
/// </summary>
internal static class SpareThreads
{
    /// <summary>For so long nothing was done: longer than a busy machine keeps a program waiting.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>How long they stay after all threads waited.</summary>
    private static readonly TimeSpan Loan = TimeSpan.FromSeconds(10);

    private static readonly Lock Starting = new();

    private static volatile int most;

    /// <param name="connections">How many threads may come to wait.</param>
    public static void ProvideFor(int connections)
    {
        lock (Starting)
        {
            // A thread of its own: one of the pool would wait with the others.
            if (most == 0)
                new Thread(Watch) { IsBackground = true, Name = nameof(SpareThreads) }.Start();
            most = Math.Max(most, connections);
        }
    }

    private static void Watch()
    {
        ThreadPool.GetMinThreads(out var own, out var ports);
        var (done, lentAt) = (ThreadPool.CompletedWorkItemCount, (DateTime?)null);
        while (true)
        {
            Thread.Sleep(Interval);
            var before = done;
            done = ThreadPool.CompletedWorkItemCount;
            if (done == before && ThreadPool.PendingWorkItemCount > 0)
            {
                lentAt = DateTime.UtcNow;
                ThreadPool.SetMinThreads(Math.Max(own, most + Environment.ProcessorCount), ports);
            }
            else if (DateTime.UtcNow - lentAt > Loan)
            {
                lentAt = null;
                ThreadPool.SetMinThreads(own, ports);
            }
        }
    }
}
