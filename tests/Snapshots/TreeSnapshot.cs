using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace Be.Snapshots;

/// <summary>
/// Compares a tree of files with the one that was accepted, in Verify's conventions: <c>Class.Method.verified.txt</c> lies beside
/// the test, <c>Class.Method.received.txt</c> appears when they differ, and <c>build/accept</c> makes the received one the verified.
/// Nothing else ever writes a verified file.
/// </summary>
public static class TreeSnapshot
{
    /// <summary>Fails, with the lines that differ, unless <paramref name="files"/> are as accepted.</summary>
    /// <param name="files">Paths with forward slashes, and texts.</param>
    /// <param name="scrubbers">What to blank out because it is different every time.</param>
    /// <param name="variant">Tells the cases of a theory apart: <c>ids=bigint</c>.</param>
    /// <param name="test">The test's source file; its name is the class's.</param>
    /// <param name="method">The test.</param>
    public static void Verify(
        IEnumerable<(string Path, string Text)> files,
        IReadOnlyList<Scrubber>? scrubbers = null,
        string? variant = null,
        [CallerFilePath] string test = "",
        [CallerMemberName] string method = ""
    )
    {
        var tree = files.Select(file => (file.Path, Scrubber.All(scrubbers ?? [], file.Text))).ToList();
        Compare(TreeText.Write(tree), TreeDifference.Of, test, Name(test, method, variant));
    }

    /// <summary>The same for one text, such as what a command prints.</summary>
    public static void VerifyText(
        string text,
        IReadOnlyList<Scrubber>? scrubbers = null,
        string? variant = null,
        [CallerFilePath] string test = "",
        [CallerMemberName] string method = ""
    ) => Compare(Scrubber.All(scrubbers ?? [], text), LineDiff.Unified, test, Name(test, method, variant));

    private static string Name(string test, string method, string? variant) =>
        $"{Path.GetFileNameWithoutExtension(test)}.{method}{(variant is null ? "" : "_" + variant)}";

    private static void Compare(string received, Func<string, string, string> difference, string test, string name)
    {
        var folder = Path.GetDirectoryName(test)!;
        var verifiedPath = Path.Combine(folder, name + ".verified.txt");
        var receivedPath = Path.Combine(folder, name + ".received.txt");
        var verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath) : null;
        if (verified == received)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        throw new XunitException(
            verified is null
                ? $"{name} has nothing accepted yet. Read {receivedPath}, then run build/accept."
                : $"{name} is not as accepted. If it should be so, run build/accept.\n\n{Start(difference(verified, received))}"
        );
    }

    private static string Start(string text)
    {
        const int most = 200;
        var lines = text.Split('\n');
        return lines.Length <= most ? text : string.Join('\n', lines.Take(most)) + $"\n… and {lines.Length - most} lines more";
    }
}
