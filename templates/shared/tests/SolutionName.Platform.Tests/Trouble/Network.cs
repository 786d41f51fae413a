using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Acme.Platform.Tests.Trouble;

/// <summary>The way to a server, which can hang: what is sent then is lost, and nobody is told.</summary>
internal sealed class Network : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly Task accepting;
    private volatile int outages;
    private volatile bool hangs;

    /// <param name="server">Where it leads.</param>
    public Network(string server)
    {
        this.server = new NpgsqlConnectionStringBuilder(server);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>How to get to the server.</summary>
    /// <param name="settings">What else stands in the connection string.</param>
    public string ConnectionString(string settings) =>
        $"{new NpgsqlConnectionStringBuilder(server.ConnectionString) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }};{settings}";

    public void Hang()
    {
        outages++;
        hangs = true;
    }

    /// <summary>It works again; the connections of before lead nowhere for ever, as after a router forgot them.</summary>
    public void Return() => hangs = false;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!end.IsCancellationRequested)
                _ = CarryAsync(await listener.AcceptTcpClientAsync(end.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // It was disposed.
        }
    }

    private async Task CarryAsync(TcpClient caller)
    {
        var born = hangs ? -1 : outages;
        using (caller)
        using (var called = new TcpClient())
        {
            try
            {
                if (born >= 0)
                    await called.ConnectAsync(server.Host!, server.Port, end.Token);
                var there = born >= 0 ? called.GetStream() : Stream.Null;
                await Task.WhenAny(CopyAsync(caller.GetStream(), there, born), born < 0 ? Task.Delay(-1, end.Token) : CopyAsync(there, caller.GetStream(), born));
            }
            catch (Exception closed) when (closed is IOException or SocketException or OperationCanceledException)
            {
                // Either end has gone.
            }
        }
    }

    private async Task CopyAsync(Stream from, Stream to, int born)
    {
        var buffer = new byte[8192];
        while (await from.ReadAsync(buffer, end.Token) is > 0 and var read)
        {
            if (born == outages)
                await to.WriteAsync(buffer.AsMemory(0, read), end.Token);
        }
    }
}
