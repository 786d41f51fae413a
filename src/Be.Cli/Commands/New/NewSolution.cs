using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Cli.Templates;
using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary>A solution to create: made in a temporary folder first, so that the target gets all of it or nothing.</summary>
internal sealed class NewSolution(LayoutTemplate template, string name, IReadOnlyList<(string Option, string Value)> options)
{
    public async Task<int> CreateAsync(string? folder, WriteOptions write, CancellationToken cancellation)
    {
        SolutionName.Check(name);
        var target = Path.GetFullPath(folder ?? name);
        RefuseToOverwrite(target);
        var hive = await TemplatePack.EnsureInstalledAsync(cancellation);
        var parent = Directory.CreateDirectory(Path.GetDirectoryName(target)!).FullName;
        var staged = Path.Combine(parent, $".be-{Path.GetRandomFileName()}");
        try
        {
            await DotnetNew.RunAsync(
                [
                    template.ShortName, "--name", name, "--output", staged, "--no-update-check", "--debug:custom-hive", hive,
                    .. options.SelectMany(o => new[] { o.Option, o.Value }),
                ],
                cancellation);
            return Finish(staged, target, write);
        }
        finally
        {
            if (Directory.Exists(staged))
                Directory.Delete(staged, recursive: true);
        }
    }

    /// <summary>A folder that holds only a fresh git repository counts as empty.</summary>
    private static void RefuseToOverwrite(string target)
    {
        if (File.Exists(target))
            throw new UserError($"There is a file in the way: {target}", "Choose another folder with -o, or move the file.");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any(entry => Path.GetFileName(entry) != ".git"))
            throw new UserError($"The folder is not empty: {target}", "Choose another one with -o, or empty it.");
    }

    private static int Finish(string staged, string target, WriteOptions write)
    {
        var paths = Directory.EnumerateFiles(staged, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(staged, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (!write.DryRun)
            Move(staged, target);
        var shown = Path.GetRelativePath(Environment.CurrentDirectory, target).Replace('\\', '/');
        foreach (var path in paths)
            Console.WriteLine($"{Ink.Out.Green("create")} {shown}/{path}");
        if (!write.DryRun)
            NextSteps.Print($"cd {shown}", "be scaffold api --entity Order --fields \"number:string(32):unique total:decimal(18,2)\"");
        return ExitCode.Done;
    }

    private static void Move(string staged, string target)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(staged, target);
            return;
        }
        // The shell may stand in it: an empty folder stays and takes the entries.
        foreach (var entry in Directory.EnumerateFileSystemEntries(staged))
            Directory.Move(entry, Path.Combine(target, Path.GetFileName(entry)));
    }
}
