namespace Be.EndToEnd.Tests;

/// <summary>A generated solution and what its owner does with it.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Shell">Stands in its root.</param>
/// <param name="Tool">The installed <c>be</c>.</param>
internal sealed record Solution(string Name, Shell Shell, string Tool)
{
    public string Root => Shell.Folder;

    /// <summary>The same, with that database in its environment.</summary>
    public Solution On(Database database) => this with { Shell = Shell.With("ConnectionStrings__Default", database.ConnectionString) };

    public Task<string> BeAsync(params string[] arguments) => Shell.RunAsync(Tool, arguments);

    public Task<Outcome> TryBeAsync(params string[] arguments) => Shell.TryAsync(Tool, arguments);

    /// <summary>Warnings are errors, by the solution's own settings.</summary>
    public Task BuildAsync() => Shell.RunAsync("dotnet", "build", $"{Name}.slnx", "--nologo", "--verbosity", "quiet");

    public Task CheckFormatAsync() => Shell.RunAsync("dotnet", "format", $"{Name}.slnx", "--no-restore", "--verify-no-changes");

    /// <summary>Runs every test of the solution, built before.</summary>
    public Task TestAsync() => Shell.RunAsync("dotnet", "test", $"{Name}.slnx", "--no-build", "--nologo");

    /// <summary>Runs the built program with a command of its own.</summary>
    public Task<string> ApiAsync(params string[] arguments) => Shell.In(ApiFolder).RunAsync("dotnet", [ApiProgram, .. arguments]);

    /// <summary>Starts the built program on a free port.</summary>
    public Task<RunningApi> StartAsync(string environment) =>
        RunningApi.StartAsync(Shell.In(ApiFolder).With("ASPNETCORE_ENVIRONMENT", environment), ApiProgram);

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

    private string ApiFolder => File("src", $"{Name}.Api");

    private string ApiProgram => Path.Combine(ApiFolder, "bin", "Debug", "net10.0", $"{Name}.Api.dll");
}
