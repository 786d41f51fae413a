namespace Be.Templates.Tests;

public sealed class TheBaseSolution(TemplatePack templates)
{
    private static readonly string[] DifferEveryTime = ["changed .env", "changed src/Shop.Api/Shop.Api.csproj"];

    private static readonly Scrubber[] Random =
    [
        new("(?m)(?<=^POSTGRES_PASSWORD=)[0-9a-f]{32}$", "{password}"),
        new("(?<=<UserSecretsId>)[0-9a-f-]{36}(?=<)", "{user secrets}"),
    ];

    [Fact]
    public async Task IsAsAccepted()
    {
        var shop = await templates.SolutionAsync("Shop");

        TreeSnapshot.Verify(shop.Files.Select(file => (file.Key, file.Value)), Random);
    }

    [Theory]
    [InlineData("--ids bigint")]
    [InlineData("--errors problem")]
    [InlineData("--docker false")]
    [InlineData("--ci none")]
    public async Task DiffersByOption(string option)
    {
        var shop = await templates.SolutionAsync("Shop");
        var other = await templates.SolutionAsync("Shop", option.Split(' '));

        var difference = TreeDifference.Between(shop.Files, other.Files).Where(file => !DifferEveryTime.Contains(file.Path));

        TreeSnapshot.Verify(difference, Random, variant: option.TrimStart('-').Replace(' ', '='));
    }

    [Fact]
    public async Task IsTheSameEveryTimeButForItsSecrets()
    {
        var (first, second) = (await templates.SolutionAsync("Shop"), await templates.NewSolutionAsync("Shop"));

        Assert.Equal(DifferEveryTime, TreeDifference.Between(first.Files, second.Files).Select(file => file.Path));
    }

    [Fact]
    public async Task HasTextFilesWithUnixLineEndsAndNoByteOrderMark()
    {
        var shop = await templates.SolutionAsync("Shop");

        Assert.All(
            shop.Files,
            file =>
            {
                Assert.DoesNotContain('\r', file.Value);
                Assert.DoesNotContain('\uFEFF', file.Value);
                Assert.True(file.Value.Length == 0 || file.Value.EndsWith('\n'), "a newline at the end");
            }
        );
    }

    [Fact]
    public async Task HoldsNoTokenOfTheTemplate()
    {
        var shop = await templates.SolutionAsync("Shop");
        string[] tokens = ["Acme", "SolutionName", "solution-slug", "random-password", "user-secrets-id", "option-", "#if", "#endif"];

        Assert.All(
            shop.Files,
            file => Assert.All(tokens, token => Assert.DoesNotContain(token, file.Key + file.Value, StringComparison.OrdinalIgnoreCase))
        );
    }
}
