namespace Be.Templates.Tests;

public sealed class SwitchingAnOptionOff(TemplatePack templates)
{
    // be.json says which options are off. The tests of a solution may start a server in a container, whether or not the solution itself ships in one.
    // An event has an envelope of its own, and a UUID however the keys of tables are made.
    private static readonly string[] Excepted = ["be.json", ".be/be.schema.json", "/Postgres/", "/RabbitMq/", "/Messag"];

    [Theory]
    [InlineData("--docker false", "docker", "compose", "container", "migrator")]
    [InlineData("--kubernetes false", "kube", "kustom", "manifest")]
    [InlineData("--ci none", "github/", "workflow", "continuous integration")]
    [InlineData("--errors problem", "envelope")]
    [InlineData("--errors envelope", "problem+json", "9457")]
    [InlineData("--ids bigint --auth none", "CreateVersion7")] // the ids of users are never numbers
    [InlineData("--messaging inprocess", "rabbit", "amqp", "broker")]
    public async Task LeavesNoTrace(string option, params string[] words)
    {
        foreach (var layout in TemplatePack.Layouts)
            AssertNoTrace(await templates.SolutionAsync(layout, "Shop", option.Split(' ')), words);
    }

    [Theory]
    [InlineData("monolith", "--auth none")]
    [InlineData("hexagonal", "--auth none")]
    [InlineData("microservices", "--auth none")]
    public async Task LeavesNoTraceOfAccounts(string layout, params string[] option)
    {
        string[] words = ["accounts", "administrator", "Anonymous", "RequiresPermission", "key ring", "LimitAttempts", "LetEverybodyIn"];
        AssertNoTrace(await templates.SolutionAsync(layout, "Shop", [.. option.SelectMany(one => one.Split(' '))]), words);
    }

    private static void AssertNoTrace(GeneratedSolution shop, string[] words)
    {
        Assert.All(
            shop.Files.Where(file => !Excepted.Any(path => file.Key.Contains(path, StringComparison.Ordinal))),
            file => Assert.All(words, word => Assert.DoesNotContain(word, file.Key + "\n" + file.Value, StringComparison.OrdinalIgnoreCase))
        );
    }
}
