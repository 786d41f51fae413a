using Be.Scaffolding;

namespace Be.Postgres.Tests;

public sealed class FindingADatabase : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("be-solution-");
    private readonly Dictionary<string, string> environment = [];

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void TakesTheOptionFirst()
    {
        environment["ConnectionStrings__Default"] = "Host=variable";
        environment["DATABASE_URL"] = "postgres://url";

        Assert.Equal("postgres://u@option:5432/d", Find("postgres://u:p@option/d").Description);
    }

    [Fact]
    public void TakesTheConnectionStringBeforeTheUrl()
    {
        environment["ConnectionStrings__Default"] = "Host=variable;Database=d;Username=u;Password=p";
        environment["DATABASE_URL"] = "postgres://url";

        var database = Find();

        Assert.Equal("postgres://u@variable:5432/d", database.Description);
        Assert.Equal("Host=variable;Database=d;Username=u;Password=p", database.ConnectionString);
    }

    [Fact]
    public void PassesOverAnEmptyVariable()
    {
        environment["ConnectionStrings__Default"] = "";
        environment["DATABASE_URL"] = "postgres://u@url/d";

        Assert.Equal("postgres://u@url:5432/d", Find().Description);
    }

    [Fact]
    public void SaysWhatToTypeWhenNothingNamesOne()
    {
        var error = Assert.Throws<UserError>(() => Find());

        Assert.Equal("No database is named, and the solution's local one does not run.", error.Problem);
        Assert.StartsWith("be db start, or --connection", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(1, error.ExitCode);
    }

    [Fact]
    public void NamesTheOptionThatIsNoConnectionString()
    {
        var error = Assert.Throws<UserError>(() => Find("hunter2"));

        Assert.StartsWith("--connection: the connection string is neither", error.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, error.ExitCode);
    }

    [Fact]
    public void NamesTheVariableThatIsNoConnectionString()
    {
        environment["DATABASE_URL"] = "shop";

        var error = Assert.Throws<UserError>(() => Find());

        Assert.StartsWith("DATABASE_URL: ", error.Problem, StringComparison.Ordinal);
        Assert.Equal(1, error.ExitCode);
    }

    [Fact]
    public void NamesTheStateThatWasDamaged()
    {
        root.CreateSubdirectory(".be/local");
        File.WriteAllText(Path.Combine(root.FullName, LocalClusterState.FileName), "{");

        var error = Assert.Throws<UserError>(() => Find());

        Assert.StartsWith(".be/local/postgres.json is damaged", error.Problem, StringComparison.Ordinal);
    }

    private Database Find(string? option = null) => DatabaseLocator.Find(root.FullName, option, environment: environment.GetValueOrDefault);
}
