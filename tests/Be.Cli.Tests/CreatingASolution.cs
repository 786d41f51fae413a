namespace Be.Cli.Tests;

public sealed class CreatingASolution : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ListsWhatItCreatesAndWhatComesNext()
    {
        var outcome = (await Be.RunAsync(folder.Path, "new", "monolith", "Shop")).Exits(0);

        var created = outcome
            .Out.Split('\n')
            .Where(l => l.StartsWith("create ", StringComparison.Ordinal))
            .Select(l => l["create ".Length..].Trim());
        var files = folder.Files().Keys.Where(path => !path.StartsWith("Shop/.be/", StringComparison.Ordinal));
        Assert.Equal(files.Order(StringComparer.Ordinal), created);
        Assert.Contains("Shop/be.json", folder.Files().Keys);
        Assert.Contains("next: cd Shop", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PassesTheOptionsOn()
    {
        (
            await Be.RunAsync(
                folder.Path,
                "new",
                "monolith",
                "Shop",
                "--ids",
                "bigint",
                "--errors",
                "problem",
                "--docker",
                "false",
                "--ci",
                "none"
            )
        ).Exits(0);

        using var model = System.Text.Json.JsonDocument.Parse(folder.Files()["Shop/be.json"]);
        var options = model.RootElement.GetProperty("options");
        Assert.Equal("bigint", options.GetProperty("ids").GetString());
        Assert.Equal("problem", options.GetProperty("errors").GetString());
        Assert.False(options.GetProperty("docker").GetBoolean());
        Assert.Equal("none", options.GetProperty("ci").GetString());
        Assert.DoesNotContain("Shop/Dockerfile", folder.Files().Keys);
    }

    [Fact]
    public async Task FillsAnEmptyFolderAndOneThatOnlyGitKnows()
    {
        Directory.CreateDirectory(folder.File("shop", ".git"));

        (await Be.RunAsync(folder.File("shop"), "new", "monolith", "Shop", "-o", ".")).Exits(0);

        Assert.Contains("shop/Shop.slnx", folder.Files().Keys);
    }

    [Fact]
    public async Task OnlyListsTheFilesOfADryRun()
    {
        var outcome = (await Be.RunAsync(folder.Path, "new", "monolith", "Shop", "--dry-run")).Exits(0);

        Assert.Contains("create    Shop/be.json", outcome.Out, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task RefusesAFolderThatHoldsSomething()
    {
        Directory.CreateDirectory(folder.File("Shop"));
        File.WriteAllText(folder.File("Shop", "notes.txt"), "mine");

        var outcome = await Be.RunAsync(folder.Path, "new", "monolith", "Shop");

        outcome.Refuses(
            1,
            $"The folder is not empty: {folder.File("Shop")}",
            "Choose another one with -o, or write among its files with --force."
        );
        Assert.Equal(["Shop/notes.txt"], folder.Files().Keys);
    }

    [Fact]
    public async Task RefusesAFileInTheWay()
    {
        File.WriteAllText(folder.File("Shop"), "mine");

        var outcome = await Be.RunAsync(folder.Path, "new", "monolith", "Shop");

        outcome.Refuses(1, $"There is a file in the way: {folder.File("Shop")}", "Choose another folder with -o, or move the file.");
    }

    [Theory]
    [InlineData("my shop", "it holds ' '; letters, digits, '.', '-' and '_' are allowed", "MyShop")]
    [InlineData("a/b", "it holds '/'; letters, digits, '.', '-' and '_' are allowed", "AB")]
    [InlineData("My..Shop", "a dot must stand between two parts", "MyShop")]
    [InlineData("Shop.", "a dot must stand between two parts", "Shop")]
    [InlineData("class", "'class' is a keyword of C#", "Class")]
    [InlineData("My.System", "the namespace 'System' would hide the one that the code uses", "MySystem")]
    [InlineData("con", "'con' is a device on Windows", "ConApp")]
    [InlineData("___", "it has neither a letter nor a digit", "Shop")]
    [InlineData("", "it is empty", "Shop")]
    public async Task RefusesANameThatWouldNotWork(string name, string fault, string suggestion)
    {
        var outcome = await Be.RunAsync(folder.Path, "new", "monolith", name);

        outcome.Refuses(2, $"'{name}' can't name a solution: {fault}.", $"Write: be new monolith {suggestion}");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("new", "be new needs a layout (monolith, hexagonal, microservices) and a name.")]
    [InlineData("new monolith", "be new monolith needs a name.")]
    public async Task SaysWhatIsMissingWithoutATerminal(string arguments, string problem)
    {
        var outcome = await Be.RunAsync(folder.Path, arguments.Split(' '));

        outcome.Refuses(2, problem, "Write: be new monolith Shop");
    }

    [Fact]
    public async Task InstallsThePackOnceForProcessesThatStartTogether()
    {
        string[] names = ["One", "Two", "Three", "Four"];
        (string, string?) ownData = ("XDG_DATA_HOME", folder.File("data"));

        var outcomes = await Task.WhenAll(names.Select(name => Be.RunAsync(Be.Program, folder.Path, ["new", "monolith", name], ownData)));

        Assert.All(outcomes, outcome => outcome.Exits(0));
        Assert.All(names, name => Assert.True(File.Exists(folder.File(name, "be.json"))));
        Assert.Single(Directory.GetDirectories(folder.File("data", "be", "hives")));
    }
}
