using System.Diagnostics;
using Acme.Platform.Database;

namespace Acme.Platform.Tests;

public sealed class ThreadsThatAllWait
{
    private const int Connections = 20;

    private static readonly int Lent = Environment.ProcessorCount + Connections;

    [Fact]
    public async Task GetOthersBesideThemUntilTheyGoOn()
    {
        SpareThreads.ProvideFor(Connections);
        using var answer = new ManualResetEventSlim();
        try
        {
            for (var i = 0; i < Lent; i++)
                ThreadPool.UnsafeQueueUserWorkItem(_ => answer.Wait(), null);

            await UntilAsync(() => LeastThreads() >= Lent);
        }
        finally
        {
            answer.Set();
        }

        await UntilAsync(() => LeastThreads() < Lent);
    }

    // Other tests let threads wait too.
    private static async Task UntilAsync(Func<bool> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(3), $"The pool still keeps {LeastThreads()} threads ready.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static int LeastThreads()
    {
        ThreadPool.GetMinThreads(out var threads, out _);
        return threads;
    }
}
