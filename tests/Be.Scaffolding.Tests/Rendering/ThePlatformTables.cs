using System.Runtime.CompilerServices;
using Be.Scaffolding.Rendering;

namespace Be.Scaffolding.Tests.Rendering;

/// <summary>The migrations that a first entity brings, and the copies of them that the platform's own tests run on.</summary>
public sealed class ThePlatformTables
{
    [Theory]
    [InlineData("create_idempotency", "Idempotency/IdempotencyTables.cs")]
    [InlineData("create_lists", "Lists/ListTables.cs")]
    public void AreThoseThatThePlatformIsTestedOn(string migration, string copy)
    {
        var up = ScaffoldTemplate.Read($"scaffold/migrations/{migration}.sql.hbs").Split("-- migrate:down")[0].Split("'60s';")[1].Trim();

        var tested = File.ReadAllText(PathFromHere($"../../../templates/shared/tests/SolutionName.Platform.Tests/{copy}")).Split("\"\"\"")[
            1
        ];

        Assert.Equal(up.Split('\n'), tested.Trim().Split('\n').Select(line => line.StartsWith("        ") ? line[8..] : line));
    }

    [Fact]
    public void AreThoseThatASolutionWithAccountsBeginsWith() =>
        Assert.Equal(
            ScaffoldTemplate.Read("scaffold/migrations/create_lists.sql.hbs"),
            File.ReadAllText(PathFromHere("../../../templates/shared/migrations/20260101000002_create_lists.sql"))
        );

    private static string PathFromHere(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, path));
}
