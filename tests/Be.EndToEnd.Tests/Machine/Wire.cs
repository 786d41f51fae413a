using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Be.EndToEnd.Tests;

/// <summary>A TCP connection to a server that can be cut at the very bytes that matter: they have left one side and never reach the other.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Task accepting;
    private volatile Cut? questions;
    private volatile Cut? answers;

    /// <param name="host">Where it leads.</param>
    /// <param name="port">To which port there.</param>
    public Wire(string host, int port)
    {
        listener.Start();
        accepting = AcceptAsync(host, port);
    }

    /// <summary>Where it begins, on this machine.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>From now on questions go no further once they contain what is told.</summary>
    /// <returns>What was asked, as far as it was told before: the cut is in the last bytes of it.</returns>
    public Task<string> CutQuestionsAsync(Func<string, bool> at) => (questions = new Cut(at)).Text;

    /// <summary>The same for answers.</summary>
    public Task<string> CutAnswersAsync(Func<string, bool> at) => (answers = new Cut(at)).Text;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        end.Dispose();
    }

    private async Task AcceptAsync(string host, int port)
    {
        try
        {
            while (!end.IsCancellationRequested)
                _ = CarryAsync(await listener.AcceptTcpClientAsync(end.Token), host, port);
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // It was disposed.
        }
    }

    private async Task CarryAsync(TcpClient caller, string host, int port)
    {
        using (caller)
        using (var called = new TcpClient())
        {
            try
            {
                await called.ConnectAsync(host, port, end.Token);
                var (here, there) = (caller.GetStream(), called.GetStream());
                await Task.WhenAny(CopyAsync(here, there, () => questions), CopyAsync(there, here, () => answers));
            }
            catch (Exception closed) when (closed is IOException or SocketException or OperationCanceledException)
            {
                // Either end has gone.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, Func<Cut?> cut)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, end.Token) is > 0 and var read)
        {
            if (cut()?.Swallows(Encoding.Latin1.GetString(buffer, 0, read)) is not true)
                await to.WriteAsync(buffer.AsMemory(0, read), end.Token);
        }
    }

    private sealed class Cut(Func<string, bool> at)
    {
        private readonly TaskCompletionSource<string> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly StringBuilder text = new();

        public Task<string> Text => done.Task;

        public bool Swallows(string more)
        {
            lock (text)
            {
                if (!done.Task.IsCompleted && at(text.Append(more).ToString()))
                    done.SetResult(text.ToString());
                return done.Task.IsCompleted;
            }
        }
    }
}
