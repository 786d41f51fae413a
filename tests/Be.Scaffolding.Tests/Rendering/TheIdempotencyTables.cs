using System.Runtime.CompilerServices;
using Be.Scaffolding.Rendering;

namespace Be.Scaffolding.Tests.Rendering;

/// <summary>The migration that a first entity brings, and the copy of it that the platform's own tests run on.</summary>
public sealed class TheIdempotencyTables
{
    [Fact]
    public void AreThoseThatThePlatformIsTestedOn()
    {
        var up = ScaffoldTemplate
            .Read("scaffold/migrations/create_idempotency.sql.hbs")
            .Split("-- migrate:down")[0]
            .Split("'60s';")[1]
            .Trim();

        var tested = File.ReadAllText(
                PathFromHere("../../../templates/shared/tests/SolutionName.Platform.Tests/Idempotency/IdempotencyTables.cs")
            )
            .Split("\"\"\"")[1];

        Assert.Equal(up.Split('\n'), tested.Trim().Split('\n').Select(line => line.StartsWith("        ") ? line[8..] : line));
    }

    private static string PathFromHere(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, path));
}
