using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Be.Scaffolding.Planning;

/// <summary>The result of a merge.</summary>
/// <param name="Text">The merged text; with diff3 markers where it is not clean.</param>
/// <param name="IsClean">Whether both sides' changes go together.</param>
internal sealed record Merged(string Text, bool IsClean);

/// <summary>Merges two changes of one text, by <c>git merge-file --diff3</c>.</summary>
internal static class ThreeWayMerge
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="UserError">There is no git.</exception>
    public static Merged Merge(string yours, string original, string ours)
    {
        var folder = Directory.CreateTempSubdirectory("be-merge-");
        try
        {
            string[] files = [Save(folder, "yours", yours), Save(folder, "original", original), Save(folder, "be", ours)];
            using var git = Start(files);
            var text = git.StandardOutput.ReadToEnd();
            var error = git.StandardError.ReadToEnd();
            git.WaitForExit();

            // The exit code is the number of conflicts, at most 127; errors are above.
            return git.ExitCode <= 127
                ? new Merged(text, git.ExitCode == 0)
                : throw new UserError($"git merge-file failed: {error.Trim()}", "Run be doctor.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Save(DirectoryInfo folder, string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text, Utf8);
        return path;
    }

    private static Process Start(string[] files)
    {
        string[] labels = ["-L", "yours", "-L", "as be wrote it", "-L", "be"];
        try
        {
            return Process.Start(
                new ProcessStartInfo("git", ["merge-file", "--diff3", "-p", .. labels, .. files])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    StandardOutputEncoding = Utf8,
                }
            )!;
        }
        catch (Win32Exception)
        {
            throw new UserError("Merging your changes needs git, which is not on the PATH.", "Install git: https://git-scm.com/downloads");
        }
    }
}
