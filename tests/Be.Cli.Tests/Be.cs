using System.Diagnostics;

namespace Be.Cli.Tests;

/// <summary>The real <c>be</c>, as a process without a terminal.</summary>
internal static class Be
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The program that the build made.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "be.exe" : "be");

    /// <summary>Where it keeps the template pack: not among the user's own data.</summary>
    public static string Data { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "data")).FullName;

    /// <summary>A program that was started in the background ignores Ctrl+C, and so would be; coreutils' env undoes that.</summary>
    public const string DefaultSignals = "env --default-signal=INT";

    /// <summary>What the machine of the test must not decide.</summary>
    private static readonly string[] Ambient = ["ConnectionStrings__Default", "DATABASE_URL", "NO_COLOR"];

    public static Task<Outcome> RunAsync(string folder, params string[] arguments) => RunAsync(Program, folder, arguments);

    public static async Task<Outcome> RunAsync(
        string program,
        string folder,
        string[] arguments,
        params (string Name, string? Value)[] environment
    )
    {
        using var process = Process.Start(StartOf(program, folder, arguments, environment))!;
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new Outcome(process.ExitCode, await output, await error);
    }

    public static ProcessStartInfo StartOf(
        string program,
        string folder,
        string[] arguments,
        params (string Name, string? Value)[] environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_DATA_HOME"] = Data;
        foreach (var name in Ambient)
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        // What `dotnet test` sets for itself would lead a dotnet within it astray.
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        return start;
    }
}

/// <summary>How a process ended and what it printed.</summary>
internal sealed record Outcome(int ExitCode, string Out, string Error)
{
    /// <summary>Fails with everything that was printed unless the exit code is <paramref name="expected"/>.</summary>
    public Outcome Exits(int expected)
    {
        Assert.True(ExitCode == expected, $"exit code {ExitCode}, not {expected}\n{Out}{Error}");
        return this;
    }

    /// <summary>Refused as every mistake is: two lines, nothing else, no stack trace.</summary>
    public void Refuses(int expected, string problem, string remedy)
    {
        Exits(expected);
        Assert.Equal($"error: {problem}\n       {remedy}\n", Error.ReplaceLineEndings("\n"));
        Assert.Equal("", Out);
    }
}
