using System.Runtime.CompilerServices;

namespace Be.EndToEnd.Tests;

internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", ".."));

    private static string Here([CallerFilePath] string path = "") => path;
}
