using System.CommandLine;

namespace Be.Cli.Commands;

/// <summary><c>--connection</c>: which database a command works on.</summary>
internal static class ConnectionOption
{
    public static Option<string?> Instance { get; } =
        new("--connection")
        {
            Description = "The database; else ConnectionStrings__Default, DATABASE_URL, the one that be db start runs",
            HelpName = "uri or key=value",
        };
}
