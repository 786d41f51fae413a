using Be.Scaffolding.Planning;

namespace Be.Scaffolding.Tests.Planning;

public sealed class AddingProjectsToTheSolutionFile : IDisposable
{
    private const string Fresh = """
        <Solution>
          <Folder Name="/src/">
            <Project Path="src/Shop.Api/Shop.Api.csproj" />
          </Folder>
          <Folder Name="/src/Modules/" />
          <Folder Name="/tests/" />
        </Solution>

        """;

    private readonly SmallSolution _solution = new();

    [Fact]
    public void PutsEachUnderTheFolderThatMirrorsItsOwn() =>
        Assert.Equal(
            """
            <Solution>
              <Folder Name="/src/">
                <Project Path="src/Shop.Api/Shop.Api.csproj" />
              </Folder>
              <Folder Name="/src/Modules/">
                <Project Path="src/Modules/Crm/Shop.Modules.Crm.csproj" />
                <Project Path="src/Modules/Sales/Shop.Modules.Sales.csproj" />
              </Folder>
              <Folder Name="/tests/" />
              <Folder Name="/tests/Modules/">
                <Project Path="tests/Modules/Sales/Shop.Modules.Sales.Tests.csproj" />
              </Folder>
            </Solution>

            """,
            Add(
                Fresh,
                "src/Modules/Sales/Shop.Modules.Sales.csproj",
                "src/Modules/Crm/Shop.Modules.Crm.csproj",
                "tests/Modules/Sales/Shop.Modules.Sales.Tests.csproj"
            )
        );

    [Fact]
    public void KeepsCommentsAndLayout()
    {
        const string text =
            "<?xml version=\"1.0\"?>\n<Solution>\n    <!-- mine -->\n\n    <Project Path='tools\\Tool.csproj'/>\n</Solution>";

        Assert.Equal(
            "<?xml version=\"1.0\"?>\n<Solution>\n    <!-- mine -->\n\n    <Project Path=\"tools\\Tool.csproj\" />\n  <Folder Name=\"/src/\">\n    <Project Path=\"src/Shop/Shop.csproj\" />\n  </Folder>\n</Solution>",
            Add(text, "src/Shop/Shop.csproj")
        );
    }

    [Fact]
    public void ChangesNothingWhenTheyAreThere() => Assert.Equal(Fresh, Add(Fresh, "src/Shop.Api/Shop.Api.csproj"));

    [Fact]
    public void IsPartOfThePlan()
    {
        _solution.Folder.Write("Shop.slnx", Fresh);

        _solution.Apply(Models.Shop.Module("Sales"));

        Assert.Contains(
            "    <Project Path=\"src/Sales/Shop.Sales.csproj\" />\n",
            _solution.Folder.Read("Shop.slnx"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Shop.slnx",
            _solution.Plan(Models.Shop.Module("Sales").Entity("Order")).Changes.Select(change => change.Path)
        );
    }

    [Theory]
    [InlineData("<Solution>", "Shop.slnx is not XML: ")]
    [InlineData("<Project />", "Shop.slnx holds a Project, not a Solution.")]
    public void RefusesAFileThatIsNoSolution(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<UserError>(() => Add(text, "a/b/c.csproj")).Problem, StringComparison.Ordinal);

    public void Dispose() => _solution.Dispose();

    private static string Add(string text, params string[] projects) => SolutionFile.Add(text, projects, "Shop.slnx");
}
