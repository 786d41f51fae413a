using System.Reflection;

namespace Be.Cli.CommandLine;

/// <summary>This tool: its version and the folder that it runs from.</summary>
internal static class Tool
{
    public static string Version { get; } =
        typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static string Folder => AppContext.BaseDirectory;
}
