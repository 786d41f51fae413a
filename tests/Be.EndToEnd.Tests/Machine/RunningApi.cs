using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Be.EndToEnd.Tests;

/// <summary>A generated API that runs as a process of its own. Disposing ends it.</summary>
internal sealed partial class RunningApi : IServer, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningApi(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    /// <summary>Calls it.</summary>
    public HttpClient Client { get; } = new();

    public int ProcessId => process.Id;

    /// <summary>What it has printed so far.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="shell">Stands where it runs.</param>
    /// <param name="program">What to run.</param>
    /// <param name="arguments">With what: they make it listen on a port of its choice.</param>
    public static async Task<RunningApi> StartAsync(Shell shell, string program, params string[] arguments)
    {
        var api = new RunningApi(shell.StartOf(program, arguments));
        try
        {
            api.Client.BaseAddress = await api.ListenAsync();
            return api;
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            await api.DisposeAsync();
            Assert.Fail($"{Shell.Line(program, arguments)}\nin {shell.Folder}\n{failure.Message}\n{api.Output}");
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await EndAsync();
        process.Dispose();
    }

    /// <summary>Ends the process at once.</summary>
    public async Task EndAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    private async Task<Uri> ListenAsync()
    {
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (await Task.WhenAny(listening.Task, ended).WaitAsync(Patience) == ended)
            throw new InvalidOperationException($"ended with exit code {process.ExitCode} instead of listening");
        return await listening.Task;
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        output.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
            listening.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://[^\s""]+)")]
    private static partial Regex Listening();
}
