using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Cli.Output;

namespace Be.Cli.Commands;

/// <summary><c>be doctor</c>: what is missing on this machine and in this solution, each with what mends it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "doctor",
            "Check this machine and this solution; say what mends what is wrong",
            new("be doctor", "exit code 1 when something has to be mended"),
            new("be doctor --output json", "for a script")
        )
        {
            OutputOption.Instance,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.FindOrNull();
        var findings = await Task.WhenAll(
            MachineChecks.SdkAsync(cancellation),
            MachineChecks.GitAsync(cancellation),
            PostgresCheck.RunAsync(solution, cancellation),
            MachineChecks.DockerAsync(cancellation),
            Task.FromResult(MachineChecks.TemplatePackage()),
            Task.FromResult(SolutionChecks.Model(solution)),
            Task.FromResult(SolutionChecks.InStep(solution))
        );
        if (OutputOption.IsJson(arguments))
            PrintJson(findings);
        else
            Print(findings);
        return findings.Any(f => f.State == State.Fail) ? ExitCode.Refused : ExitCode.Done;
    }

    private static void Print(Finding[] findings)
    {
        foreach (var (check, state, says, mend) in findings)
        {
            Console.WriteLine($"{Word(state)}  {check, -13}  {says}");
            if (mend is not null)
                Console.WriteLine($"{"", -21}{mend}");
        }
    }

    private static string Word(State state) =>
        state switch
        {
            State.Ok => Ink.Out.Green("ok  "),
            State.Warn => Ink.Out.Yellow("warn"),
            _ => Ink.Out.Red("fail"),
        };

    private static void PrintJson(Finding[] findings) =>
        Json.Print(json =>
        {
            json.WriteStartArray();
            foreach (var (check, state, says, mend) in findings)
            {
                json.WriteStartObject();
                json.WriteString("check", check);
                json.WriteString("state", state.ToString().ToLowerInvariant());
                json.WriteString("says", says);
                json.WriteString("mend", mend);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
}
