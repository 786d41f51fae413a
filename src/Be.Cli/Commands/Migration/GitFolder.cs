using Be.Cli.Templates;
using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary>A folder in a repository of git.</summary>
internal static class GitFolder
{
    /// <returns>The names of the files that a branch has in the folder, and of those that are not here as they are there.</returns>
    /// <exception cref="UserError">There is no git, no repository or no such branch.</exception>
    public static async Task<(IReadOnlySet<string> There, IReadOnlySet<string> Changed)> CompareAsync(
        string folder,
        string branch,
        CancellationToken cancellation
    )
    {
        if (await TryAsync("rev-parse", "--git-dir") is null)
            throw new UserError($"{folder} is in no repository of git.", "Leave out --branch, or run it in a clone.");
        // Resolved first, so that no name is taken for an option or a path.
        var commit =
            (await TryAsync("rev-parse", "--verify", "--quiet", "--end-of-options", $"{branch}^{{commit}}"))?.Trim()
            ?? throw UserError.InArguments($"There is no branch {branch} here.", "git fetch origin main, then --branch origin/main");
        return (
            await NamesAsync("ls-tree", "-z", "--name-only", commit),
            await NamesAsync("diff", "-z", "--name-only", "--relative", commit, "--", ".")
        );

        async Task<string?> TryAsync(params string[] arguments) =>
            await ChildProcess.RunAsync("git", ["-C", folder, .. arguments], cancellation) switch
            {
                null => throw new UserError("--branch needs git, which is not on the PATH.", "Install git: https://git-scm.com/downloads"),
                { ExitCode: 0 } git => git.Output,
                _ => null,
            };

        async Task<IReadOnlySet<string>> NamesAsync(params string[] arguments) =>
            (
                await TryAsync(arguments)
                ?? throw new UserError($"git {arguments[0]} failed in {folder}.", $"See why: git {string.Join(' ', arguments)}")
            )
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .ToHashSet();
    }
}
