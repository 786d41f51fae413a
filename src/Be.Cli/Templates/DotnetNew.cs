using System.ComponentModel;
using System.Diagnostics;
using Be.Scaffolding;

namespace Be.Cli.Templates;

/// <summary>Runs <c>dotnet new</c>.</summary>
internal static class DotnetNew
{
    /// <exception cref="UserError">There is no SDK, or it refused.</exception>
    public static async Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var dotnet =
            await ChildProcess.RunAsync("dotnet", ["new", .. arguments], cancellation)
            ?? throw new UserError("There is no dotnet on the PATH.", "Install the .NET 10 SDK: https://dot.net/download");
        if (dotnet.ExitCode != 0)
            throw new UserError(
                $"dotnet new failed: {FirstLine(dotnet.Error + dotnet.Output)}",
                $"See all it has to say: dotnet new {Quoted(arguments)}"
            );
    }

    private static string FirstLine(string output) =>
        output.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "it printed nothing";

    private static string Quoted(IEnumerable<string> arguments) =>
        string.Join(' ', arguments.Select(a => a.Contains(' ', StringComparison.Ordinal) ? $"\"{a}\"" : a));
}

/// <summary>How another program ended, and what it printed.</summary>
internal sealed record ChildOutcome(int ExitCode, string Output, string Error);

/// <summary>Runs another program to its end.</summary>
internal static class ChildProcess
{
    /// <returns>Its exit code and what it printed; null when there is no such program.</returns>
    public static async Task<ChildOutcome?> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Start(start);
        if (process is null)
            return null;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new ChildOutcome(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None); // else it could write once more to what is cleaned up
            throw;
        }
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
