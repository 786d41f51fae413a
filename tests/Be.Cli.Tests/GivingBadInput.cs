namespace Be.Cli.Tests;

/// <summary>Two lines, the right exit code, and every file as it was.</summary>
public sealed class GivingBadInput(GeneratedSolution generated) : IDisposable
{
    private readonly TemporaryFolder solution = generated.Copy();

    public void Dispose() => solution.Dispose();

    [Theory]
    [InlineData("scaffold api --entity Order --fields a:strin", "no type 'strin'")]
    [InlineData("scaffold api --entity Order --fields total:decimal(18,2", "'(' is not closed")]
    [InlineData("scaffold api --entity Order --fields total", "total")]
    [InlineData("scaffold api --entity Order --fields a:int!", "a:int!")]
    [InlineData("scaffold api --entity Order --fields name:text Name:text", "name")]
    [InlineData("scaffold api --entity Order --fields id:int", "id")]
    [InlineData("scaffold api --entity Order --fields createdAt:timestamp", "createdAt")]
    [InlineData("scaffold api --entity Order --fields customer:ref(Customer)", "Customer")]
    [InlineData("scaffold api --entity Ord€r", "Ord€r")]
    [InlineData("scaffold api --entity Order --plural Ord%rs", "Ord%rs")]
    [InlineData("scaffold api --fields a:int", "--entity")]
    [InlineData("scaffold api --entity Order --merge --force", "--merge")]
    [InlineData("scaffold module 1st", "1st")]
    [InlineData("scaffold event 1st", "1st")]
    [InlineData("scaffold event OrderPlaced --fields order:ref(Order)", "orderId:uuid")]
    [InlineData("scaffold job 1st", "1st")]
    [InlineData("scaffold job CloseOrders --cron daily", "0 3 * * *")]
    [InlineData("scaffold client", "--to")]
    [InlineData("scaffold client --to Shop", "modules of one program call each other in process")]
    [InlineData("scaffold consumer", "--of")]
    [InlineData("scaffold consumer --of OrderPlaced", "be scaffold event OrderPlaced")]
    [InlineData("migration add drop;table", "drop;table")]
    [InlineData("db rollback --steps 0", "--steps")]
    [InlineData("db rollback --steps some", "some")]
    [InlineData("db migrate --connection nonsense", "--connection")]
    public async Task RefusesArguments(string arguments, string named) => await IsRefusedAsync(2, named, arguments.Split(' '));

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("[]", "be.json")]
    [InlineData("""{ "version": 99 }""", "99")]
    [InlineData("""{ "version": 1, "name": "Shop", "layout": "spaghetti" }""", "spaghetti")]
    [InlineData("\u0000", "not JSON")]
    public async Task RefusesABrokenModel(string text, string named)
    {
        File.WriteAllText(solution.File("be.json"), text);

        await IsRefusedAsync(1, named, "scaffold", "api", "--entity", "Order");
        await IsRefusedAsync(1, named, "apply");
    }

    [Fact]
    public async Task RefusesToWorkOutsideASolution()
    {
        File.Delete(solution.File("be.json"));

        await IsRefusedAsync(1, "no be.json", "scaffold", "api", "--entity", "Order");
        await IsRefusedAsync(1, "no be.json", "db", "status");
        await IsRefusedAsync(1, "no be.json", "apply");
    }

    [Fact]
    public async Task RefusesAFileInTheWay()
    {
        Directory.CreateDirectory(solution.File("src", "Modules", "Shop", "Orders"));
        File.WriteAllText(solution.File("src", "Modules", "Shop", "Orders", "Order.cs"), "// Mine.\n");
        var before = solution.Files();

        var outcome = (await Be.RunAsync(solution.Path, "scaffold", "api", "--entity", "Order")).Exits(1);

        Assert.Contains("src/Modules/Shop/Orders/Order.cs", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, solution.Files());
    }

    [Fact]
    public async Task RefusesAFileWhereAFolderHasToBe()
    {
        Directory.CreateDirectory(solution.File("src", "Modules"));
        File.WriteAllText(solution.File("src", "Modules", "Shop"), "mine");

        await IsRefusedAsync(1, "src/Modules/Shop", "scaffold", "api", "--entity", "Order");
    }

    [Fact]
    public async Task RefusesADatabaseThatDoesNotAnswer() =>
        await IsRefusedAsync(1, "127.0.0.1:1", "db", "migrate", "--connection", "postgres://app:secret@127.0.0.1:1/shop");

    [Fact]
    public async Task KeepsThePasswordToItself()
    {
        var outcome = await Be.RunAsync(solution.Path, "db", "migrate", "--connection", "postgres://app:s3cret@127.0.0.1:1/shop");

        Assert.DoesNotContain("s3cret", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusesAFullDisk()
    {
        const int NobodyMayMount = 77; // then the test of ChangeWriter has to do
        const string OnASmallDisk = """
            mount -t tmpfs -o size=4m tmpfs "$1" 2>/dev/null || exit 77
            cp -R . "$1" && cd "$1"
            head -c 4M /dev/zero >filler 2>/dev/null
            truncate -s -16K filler
            tree() { find . -type f -print0 | sort -z | xargs -0 sha1sum; }
            before=$(tree)
            "$2" scaffold api --entity Order --fields a:int
            code=$?
            if [ "$(tree)" = "$before" ]; then echo "as before"; fi
            exit $code
            """;
        using var disk = new TemporaryFolder();
        string[] asRoot = Environment.IsPrivilegedProcess ? [] : ["--map-root-user"];

        var outcome = await Be.RunAsync(
            "unshare",
            solution.Path,
            ["--mount", .. asRoot, "bash", "-c", OnASmallDisk, "bash", disk.Path, Be.Program]
        );

        if (outcome.ExitCode is NobodyMayMount || outcome.Error.StartsWith("unshare:", StringComparison.Ordinal))
            return;
        Assert.Equal("as before\n", outcome.Exits(1).Out);
        Assert.Equal(2, outcome.Error.TrimEnd().Split('\n').Length);
        Assert.Contains("No space left on device", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task RefusesAReadOnlyFolder()
    {
        var folder = new DirectoryInfo(solution.Path);
        var usual = folder.UnixFileMode;
        folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;

        // Root writes anywhere, unless that capability is taken from it.
        string[] asAnyUser = Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-dac_override", Be.Program] : [Be.Program];
        await IsRefusedRunningAsync(1, solution.Path, asAnyUser[0], [.. asAnyUser[1..], "scaffold", "api", "--entity", "Order"]);

        folder.UnixFileMode = usual;
    }

    private Task IsRefusedAsync(int exitCode, string named, params string[] arguments) =>
        IsRefusedRunningAsync(exitCode, named, Be.Program, arguments);

    private async Task IsRefusedRunningAsync(int exitCode, string named, string program, params string[] arguments)
    {
        var before = solution.Files();

        var outcome = (await Be.RunAsync(program, solution.Path, arguments)).Exits(exitCode);

        var lines = outcome.Error.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("error: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("       ", lines[1], StringComparison.Ordinal);
        Assert.Contains(named, outcome.Error, StringComparison.Ordinal);
        Assert.Equal("", outcome.Out);
        Assert.Equal(before, solution.Files());
    }
}
