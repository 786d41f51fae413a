using System.Runtime.CompilerServices;
using Be.Scaffolding.Rendering;

namespace Be.Scaffolding.Tests.Rendering;

/// <summary>The migration that a first event brings, and the copy of it that the platform's own tests run on.</summary>
public sealed class TheMessagingTables
{
    [Fact]
    public void AreThoseThatThePlatformIsTestedOn()
    {
        var migration = ScaffoldTemplate.Read("scaffold/migrations/create_messaging.sql.hbs");
        var up = migration
            .Split("-- migrate:down")[0]
            .Split("'60s';")[1]
            .Trim()
            .Replace("{{#if HasArrivals}}", "#if (rabbitmq)", StringComparison.Ordinal)
            .Replace("{{/if}}", "#endif", StringComparison.Ordinal);

        var tested = File.ReadAllText(
                PathFromHere("../../../templates/shared/tests/SolutionName.Platform.Tests/Messaging/MessagingTables.cs")
            )
            .Split("\"\"\"")[1];

        Assert.Equal(up.Split('\n'), tested.Trim().Split('\n').Select(line => line.StartsWith("        ") ? line[8..] : line));
    }

    private static string PathFromHere(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, path));
}
