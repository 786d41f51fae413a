using Acme.Testing.Postgres;

namespace Acme.Platform.Tests.Trouble;

/// <summary>A PostgreSQL for one test alone, which may stop it and make it hang.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly ThrowawayCluster cluster;
    private int[] suspended = [];

    private OwnServer(ThrowawayCluster cluster) => this.cluster = cluster;

    public string ConnectionString => cluster.Connection.ConnectionString;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts it, or skips the test where there are no server programs.</summary>
    public static async Task<OwnServer> StartAsync()
    {
        var programs = await PostgresPrograms.FindAsync(Cancellation);
        Assert.SkipWhen(programs is null, "A server that is not on this machine, or that others use, cannot be stopped here: this needs PostgreSQL's server programs.");
        return new OwnServer(await ThrowawayCluster.StartAsync(programs, Cancellation));
    }

    public Task StopAsync() => cluster.StopAsync(Cancellation);

    public Task StartAgainAsync() => cluster.StartAgainAsync(Cancellation);

    /// <summary>Stops all of its processes where they are. Connections stay, and the system even accepts new ones.</summary>
    public async Task SuspendAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The processes of the server are found in /proc, which only Linux has.");
        var postmaster = cluster.Postmaster!.ProcessId;
        suspended = [postmaster];
        await SignalAsync("STOP", suspended);
        suspended = [postmaster, .. ChildrenOf(postmaster)];
        await SignalAsync("STOP", suspended);
    }

    public async Task ResumeAsync()
    {
        var all = suspended;
        suspended = [];
        await SignalAsync("CONT", all);
    }

    public async ValueTask DisposeAsync()
    {
        if (suspended.Length > 0)
            await ResumeAsync();
        await cluster.DisposeAsync();
    }

    private static Task SignalAsync(string signal, int[] processes) =>
        new Command("sh", ["-c", $"kill -{signal} {string.Join(' ', processes)}"]).RunAsync(CancellationToken.None);

    // proc(5): the name stands in brackets and may hold anything; two fields after it is the parent.
    private static IEnumerable<int> ChildrenOf(int parent) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
        let stat = StatOf(folder)
        where stat.Length > 0 && int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) == parent
        select int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);

    private static string StatOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "stat"));
        }
        catch (IOException)
        {
            return ""; // it has ended
        }
    }
}
