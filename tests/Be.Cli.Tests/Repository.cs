using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Be.Cli.Tests;

internal static class Repository
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    /// <summary>The version of the packages.</summary>
    public static string Version { get; } = XDocument.Load(File("build", "Version.props")).Descendants("Version").Single().Value;

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Here([CallerFilePath] string path = "") => path;
}
