using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Cli.Templates;
using Be.Scaffolding;
using Be.Scaffolding.Json;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Writing;

namespace Be.Cli.Commands;

/// <summary>A solution to create: <c>dotnet new</c> makes it in a temporary folder, and its files go the way of every change.</summary>
internal sealed class NewSolution(LayoutTemplate template, string name, IReadOnlyList<(string Option, string Value)> options)
{
    public async Task<int> CreateAsync(string? folder, WriteOptions write, CancellationToken cancellation)
    {
        SolutionName.Check(name);
        var target = Path.GetFullPath(folder ?? name);
        RefuseToOverwrite(target, write);
        var shown = Path.GetRelativePath(Environment.CurrentDirectory, target).Replace('\\', '/');
        var changes = await PlanAsync(target, cancellation);
        return new Writing(target, write) { Folder = shown == "." ? "" : shown + "/" }.Finish(
            changes,
            cancellation,
            $"cd {shown}",
            template == LayoutTemplate.Microservices
                ? "be scaffold module Sales"
                : "be scaffold api --entity Order --fields \"number:string(32):unique total:decimal(18,2)\""
        );
    }

    /// <summary>A folder that holds only a fresh git repository counts as empty.</summary>
    private static void RefuseToOverwrite(string target, WriteOptions write)
    {
        if (File.Exists(target))
            throw new UserError($"There is a file in the way: {target}", "Choose another folder with -o, or move the file.");
        var isEmpty =
            !Directory.Exists(target) || Directory.EnumerateFileSystemEntries(target).All(entry => Path.GetFileName(entry) == ".git");
        if (!isEmpty && write is { Force: false, Merge: false })
            throw new UserError($"The folder is not empty: {target}", "Choose another one with -o, or write among its files with --force.");
    }

    private async Task<ChangeSet> PlanAsync(string target, CancellationToken cancellation)
    {
        var files = await template.FilesAsync(name, options, cancellation, Complete);
        return new ChangeSet([.. files.Select(file => Plan(file.Key, file.Value, Path.Combine(target, file.Key)))]);
    }

    /// <summary>A solution of services with accounts has a service from the start: it is scaffolded as the others will be.</summary>
    private static void Complete(string folder)
    {
        var solution = BeJson.Read(Path.Combine(folder, BeJson.FileName));
        if (solution.AccountsService is null)
            return;
        ChangeWriter.Write(folder, new Scaffolder().Plan(folder, solution, DateTimeOffset.UtcNow), OnConflict.Refuse);
        KeyRingCertificate.EnsureIn(folder, solution);
    }

    private static Change Plan(string path, string text, string file)
    {
        if (!File.Exists(file))
            return new Change(path, ChangeKind.Create, null, text);
        var there = LayoutTemplate.TextOf(file);
        if (there == text)
            return new Change(path, ChangeKind.Unchanged, there, there);
        return new Change(path, ChangeKind.Conflict, there, null)
        {
            Note = "there is a file in the way",
            Conflict = new Conflict($"<<<<<<< yours\n{there}=======\n{text}>>>>>>> be\n", text),
        };
    }
}
