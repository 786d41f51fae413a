using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.EndToEnd.Tests;

/// <summary>A generated solution and what its owner does with it.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Shell">Stands in its root.</param>
/// <param name="Tool">The installed <c>be</c>.</param>
internal sealed record Solution(string Name, Shell Shell, string Tool)
{
    /// <summary>The folders of the platform's tests that know nothing of the solution's entities.</summary>
    private static readonly string[] PlatformAlone = ["Accounts", "Idempotency", "Lists", "Messaging", "Requests", "Telemetry", "Trouble"];

    /// <summary>
    /// What the test adapter says on a busy machine of a process that has ended well, when it sees the end before it has read the last results (visualstudio.xunit#442).
    /// </summary>
    private const string LostEnd = "Test process crashed with exit code 0.";

    public string Root => Shell.Folder;

    /// <summary>What its be.json says.</summary>
    public Scaffolding.Model.Solution Model => BeJson.Read(File("be.json"));

    /// <summary>The same, with that database in its environment.</summary>
    public Solution On(Database database) => this with { Shell = Shell.With("ConnectionStrings__Default", database.ConnectionString) };

    public Task<string> BeAsync(params string[] arguments) => Shell.RunAsync(Tool, arguments);

    public Task<Outcome> TryBeAsync(params string[] arguments) => Shell.TryAsync(Tool, arguments);

    /// <summary>Warnings are errors, by the solution's own settings.</summary>
    public Task BuildAsync() => Shell.RunAsync("dotnet", "build", $"{Name}.slnx", "--nologo", "--verbosity", "quiet");

    /// <summary>As the owner checks the format, or only the white space: that is fast, and the build has looked at the rest.</summary>
    public Task CheckFormatAsync(bool thoroughly) =>
        thoroughly
            ? Shell.RunAsync("dotnet", "format", $"{Name}.slnx", "--no-restore", "--verify-no-changes")
            : Shell.RunAsync("dotnet", "format", "whitespace", "--folder", "--verify-no-changes");

    /// <summary>
    /// Runs the tests of the solution, built before: all pass, and every project has some but that of a monolith's module without entities, consumers and jobs.
    /// </summary>
    /// <param name="thoroughly">
    /// Those too that stop and hang servers of their own, which takes a minute and is the same whatever the options; and once more that the OpenAPI document is
    /// now the committed one, which continuous integration insists on.
    /// </param>
    /// <param name="withPlatform">What the platform does by itself, too, whatever entities there are.</param>
    public async Task TestAsync(bool thoroughly, bool withPlatform)
    {
        var results = File("TestResults");
        var left =
            thoroughly ? []
            : withPlatform ? (string[])["Trouble"]
            : PlatformAlone;
        string[] filter = thoroughly
            ? []
            : ["--filter", string.Join('&', left.Select(part => $"FullyQualifiedName!~.Platform.Tests.{part}."))];
        var shell = thoroughly ? Shell.With("HOSTILE_REQUESTS", "10000") : Shell;
        string[] arguments =
        [
            "test",
            $"{Name}.slnx",
            "--no-build",
            "--nologo",
            "--logger",
            "trx",
            "--results-directory",
            results,
            .. filter,
        ];
        var outcome = await shell.TryAsync("dotnet", arguments);
        if (outcome.Output.Contains(LostEnd, StringComparison.Ordinal))
        {
            Directory.Delete(results, recursive: true);
            outcome = await shell.TryAsync("dotnet", arguments);
        }
        outcome.Succeeded();
        var runs = TestRun.ReadAll(results);
        Assert.Equal(Files("*.Tests.csproj").Count(), runs.Count);
        var empty =
            Model.Layout == Layout.Monolith
                ? Model.Modules.Count(module => module.Entities.IsEmpty && module.Consumers.IsEmpty && module.Jobs.IsEmpty)
                : 0;
        Assert.Equal(empty, runs.Count(run => run.Total == 0));
        Assert.All(runs, run => Assert.Equal(run.Total, run.Passed));
        if (thoroughly)
            await Shell
                .With("CI", "true")
                .RunAsync("dotnet", "test", $"{Name}.slnx", "--no-build", "--nologo", "--filter", "FullyQualifiedName~CommittedDocument");
    }

    /// <summary>What runs of it: one program, or one a service.</summary>
    public IReadOnlyList<Host> Hosts =>
        Model.Layout switch
        {
            Layout.Monolith => [new(null, $"src/{Name}.Api")],
            Layout.Hexagonal => [new(null, $"src/{Name}.Host")],
            _ => [.. Model.Modules.Select(module => new Host(module.Name.Pascal, $"services/{module.Name}/{Name}.{module.Name}"))],
        };

    /// <summary>What <see cref="BuildAsync"/> has made of a host.</summary>
    public Api Api(Host host) => new(Shell.In(File(host.Folder)), File(host.Folder, "bin", "Debug", "net10.0", host.Assembly));

    /// <summary>Publishes a host to a folder.</summary>
    public async Task<Api> PublishAsync(Host host, string folder)
    {
        await Shell.RunAsync(
            "dotnet",
            "publish",
            File(host.Folder),
            "--configuration",
            "Release",
            "--output",
            folder,
            "--nologo",
            "--verbosity",
            "quiet"
        );
        return new Api(Shell.In(folder), Path.Combine(folder, host.Assembly));
    }

    /// <summary>The files of that name, wherever the layout has them.</summary>
    public IEnumerable<string> Files(string pattern) =>
        new[] { File("src"), File("services"), File("tests") }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, pattern, SearchOption.AllDirectories));

    /// <summary>Moves all of it to a folder that does not exist yet.</summary>
    public Solution MoveTo(string folder)
    {
        Directory.Move(Root, folder);
        return this with { Shell = Shell.In(folder) };
    }

    /// <summary>Puts text before the one line that starts with <paramref name="line"/>.</summary>
    public void Edit(string line, string text, params string[] path)
    {
        var parts = System.IO.File.ReadAllText(File(path)).Split('\n' + line);
        Assert.Equal(2, parts.Length);
        System.IO.File.WriteAllText(File(path), $"{parts[0]}\n{text}{line}{parts[1]}");
    }

    public async Task CommitAsync()
    {
        await Shell.RunAsync("git", "add", "--all");
        await Shell.RunAsync(
            "git",
            "-c",
            "user.name=Owner",
            "-c",
            "user.email=owner@example.com",
            "commit",
            "--quiet",
            "--message",
            "edit"
        );
    }

    /// <summary>What git sees as changed: a line a file.</summary>
    public Task<string> UncommittedAsync() => Shell.RunAsync("git", "status", "--porcelain");

    public string File(params string[] path) => Path.Combine([Root, .. path]);
}

/// <summary>A program of a solution.</summary>
/// <param name="Service">The service that it is; null when it is the only program.</param>
/// <param name="Folder">Its project's folder, relative to the solution's root.</param>
internal sealed record Host(string? Service, string Folder)
{
    public string Assembly => Path.GetFileName(Folder) + ".dll";

    /// <summary>The folder of its migrations, relative to the solution's root.</summary>
    public string Migrations => Service is null ? "migrations" : $"services/{Service}/migrations";

    /// <summary>What tells <c>be db</c> that this one's database is meant.</summary>
    public string[] Choice => Service is null ? [] : ["--service", Service];
}
