using System.CommandLine;

namespace Be.Cli.CommandLine;

/// <summary><c>--output text|json</c>: who reads what a command prints.</summary>
internal static class OutputOption
{
    public static Option<string> Instance { get; } =
        new Option<string>("--output") { Description = "What to print", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong(
            "text",
            "json"
        );

    public static bool IsJson(ParseResult arguments) => arguments.GetValue(Instance) == "json";
}
