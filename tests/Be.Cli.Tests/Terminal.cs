using System.Diagnostics;
using System.Text;

namespace Be.Cli.Tests;

/// <summary>be on a pseudo-terminal of script(1), with keys pressed as somebody would press them.</summary>
internal sealed class Terminal : IDisposable
{
    public const string Enter = "\r";
    public const string Down = "\u001b[B";
    public const string ControlC = "\u0003";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly StringBuilder shown = new();
    private readonly Process process;
    private int seen;

    private Terminal(Process process) => this.process = process;

    public static Terminal Run(string folder, string arguments, params (string Name, string? Value)[] environment) =>
        new(
            Process.Start(
                Be.StartOf(
                    "script",
                    folder,
                    ["-qec", $"stty cols 200; {Be.DefaultSignals} '{Be.Program}' {arguments}", "/dev/null"],
                    [("TERM", "xterm"), .. environment]
                )
            )!
        );

    /// <summary>Types once a question shows that was not there when the last one was answered.</summary>
    public async Task AnswerAsync(string question, string keys)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var buffer = new char[4096];
        while (shown.ToString().IndexOf(question, seen, StringComparison.Ordinal) is var at)
        {
            if (at >= 0)
            {
                seen = at + question.Length;
                break;
            }
            var read = await process.StandardOutput.ReadAsync(buffer, patience.Token);
            Assert.True(read > 0, $"'{question}' never showed:\n{shown}");
            shown.Append(buffer, 0, read);
        }
        await process.StandardInput.WriteAsync(keys);
        await process.StandardInput.FlushAsync(patience.Token);
    }

    /// <summary>Waits for the end, which has to have this exit code.</summary>
    /// <returns>Everything that was shown.</returns>
    public async Task<string> EndsAsync(int exitCode)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        shown.Append(await process.StandardOutput.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == exitCode, $"exit code {process.ExitCode}, not {exitCode}:\n{shown}");
        return shown.ToString();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
