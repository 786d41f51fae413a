using System.Runtime.InteropServices;

namespace Be.Cli.CommandLine;

/// <summary>Ctrl+C and a polite kill: the command ends what it must not leave half done, then the process ends. A second one ends it at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;

    public Interruption()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
    }

    public CancellationToken Token => source.Token;

    /// <summary>128 and the signal's number, as shells report it.</summary>
    public int ExitCode { get; private set; } = CommandLine.ExitCode.Interrupted;

    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
        source.Dispose();
    }

    private void Cancel(PosixSignalContext signal)
    {
        if (source.IsCancellationRequested)
            return;
        ExitCode = signal.Signal == PosixSignal.SIGTERM ? CommandLine.ExitCode.Terminated : CommandLine.ExitCode.Interrupted;
        signal.Cancel = true;
        source.Cancel();
    }
}
