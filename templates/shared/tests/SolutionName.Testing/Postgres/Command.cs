using System.Diagnostics;

namespace Acme.Testing.Postgres;

/// <summary>A program with its arguments.</summary>
internal sealed class Command(string program, params IEnumerable<string> arguments)
{
    /// <summary>What messages call it.</summary>
    public string Name { get; init; } = Path.GetFileName(program);

    /// <summary>Environment variables that the program gets beside those of this process.</summary>
    public Dictionary<string, string> Environment { get; init; } = [];

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="PostgresUnavailableException">
    /// It cannot be started or ends with an error; the message holds what it printed.
    /// </exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var process = Start();
        var output = Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        await ExitAsync(process, cancellationToken);

        // On success nobody waits for the output to end: a server that was started keeps it open on Windows.
        if (process.ExitCode != 0)
            throw Failure(string.Concat(await output));
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>What it printed, without space at its ends; null when it cannot be started or ends with an error.</returns>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var process = Start();
            var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await ExitAsync(process, cancellationToken);
            await error;
            return process.ExitCode == 0 ? output.Trim() : null;
        }
        catch (PostgresUnavailableException)
        {
            return null;
        }
    }

    /// <summary>Starts it with its input, output and errors redirected.</summary>
    /// <exception cref="PostgresUnavailableException">There is no such program.</exception>
    public Process Start()
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The server's account may not be allowed to enter the folder of this process.
            WorkingDirectory = Path.GetPathRoot(Path.GetTempPath()),
        };
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;

        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw Failure(missing.Message);
        }
    }

    private static async Task ExitAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private PostgresUnavailableException Failure(string output) =>
        new(
            $"{Name} failed: {output.Trim().ReplaceLineEndings(" ")}",
            "Mend that, or name another server in ConnectionStrings__Default.");
}
