using System.Diagnostics;
using System.Text;

namespace Be.EndToEnd.Tests;

/// <summary>Runs programs as a user would, with an environment that the test's own does not leak into.</summary>
/// <param name="Folder">Where they run.</param>
/// <param name="Environment">Variables beside the machine's own.</param>
internal sealed record Shell(string Folder, IReadOnlyDictionary<string, string> Environment)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What names a database on the machine of the test, and what `dotnet test` sets for itself.</summary>
    private static readonly string[] Ambient =
    [
        "ConnectionStrings__Default",
        "DATABASE_URL",
        "NO_COLOR",
        "MSBuild",
        "ASPNETCORE_",
        "DOTNET_ENVIRONMENT",
        "CI",
    ];

    /// <summary>The same in another folder.</summary>
    public Shell In(string folder) => this with { Folder = folder };

    /// <summary>The same with one more variable.</summary>
    public Shell With(string name, string value) =>
        this with
        {
            Environment = new Dictionary<string, string>(Environment) { [name] = value },
        };

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed, in order.</returns>
    public async Task<string> RunAsync(string program, params string[] arguments) =>
        (await TryAsync(program, arguments)).Succeeded().Output;

    /// <summary>Runs a program to its end, however that is.</summary>
    public async Task<Outcome> TryAsync(string program, params string[] arguments)
    {
        using var process = new Process { StartInfo = StartOf(program, arguments) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{Line(program, arguments)}\nin {Folder}\nhas not ended after {Patience}\n{output}");
        }

        return new Outcome(Line(program, arguments), Folder, process.ExitCode, output.ToString());
    }

    /// <summary>How to start a program here.</summary>
    public ProcessStartInfo StartOf(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsAmbient).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>As it would be typed.</summary>
    public static string Line(string program, params string[] arguments) =>
        string.Join(
            ' ',
            [
                "$",
                Path.GetFileName(program),
                .. arguments.Select(word => word.Any(c => !char.IsLetterOrDigit(c) && !"-./:=_".Contains(c)) ? $"'{word}'" : word),
            ]
        );

    private static bool IsAmbient(string name) => Ambient.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.Append(line).Append('\n');
    }
}

/// <summary>How a program ended.</summary>
/// <param name="Command">As it would be typed.</param>
/// <param name="Folder">Where it ran.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed.</param>
internal sealed record Outcome(string Command, string Folder, int ExitCode, string Output)
{
    private const int Shown = 8_000;

    public Outcome Succeeded() => Exits(0);

    /// <summary>Fails with the command and all it printed unless the exit code is the expected one.</summary>
    public Outcome Exits(int expected)
    {
        Assert.True(ExitCode == expected, $"{Command}\nin {Folder}\nexit code {ExitCode}, not {expected}\n{Excerpt}");
        return this;
    }

    /// <summary>The beginning and the end, where there is too much of it to read.</summary>
    private string Excerpt => Output.Length <= 2 * Shown ? Output : $"{Output[..Shown]}\n…\n{Output[^Shown..]}";
}
