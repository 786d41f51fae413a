using System.Text.RegularExpressions;

namespace Be.Templates.Tests;

public sealed class TheBaseSolution(TemplatePack templates)
{
    public static TheoryData<string> Layouts => [.. TemplatePack.Layouts];

    public static TheoryData<string, string> Options
    {
        get
        {
            var options = new TheoryData<string, string>();
            foreach (var layout in TemplatePack.Layouts)
            {
                foreach (
                    var option in (string[])
                        ["--ids bigint", "--errors problem", "--docker false", "--kubernetes true", "--ci none", "--require-if-match true"]
                )
                    options.Add(layout, option);
            }

            options.Add("monolith", "--messaging rabbitmq");
            options.Add("hexagonal", "--messaging rabbitmq");
            options.Add("monolith", "--auth none");
            options.Add("hexagonal", "--auth none");
            options.Add("microservices", "--auth none");
            options.Add("microservices", "--messaging inprocess");
            options.Add("microservices", "--gateway none");
            return options;
        }
    }

    private static readonly Scrubber[] Random =
    [
        new("(?m)(?<=^(POSTGRES|RABBITMQ)_PASSWORD=)[0-9a-f]{32}$", "{password}"),
        new("(?<=<UserSecretsId>)[0-9a-f-]{36}(?=[-<])", "{user secrets}"),
    ];

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task IsAsAccepted(string layout)
    {
        var shop = await templates.SolutionAsync(layout, "Shop");

        TreeSnapshot.Verify(shop.Files.Select(file => (file.Key, file.Value)), Random, variant: layout);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public async Task DiffersByOption(string layout, string option)
    {
        var shop = await templates.SolutionAsync(layout, "Shop");
        var other = await templates.SolutionAsync(layout, "Shop", option.Split(' '));

        var difference = TreeDifference.Between(shop.Files, other.Files).Where(file => !DiffersEveryTime(file.Path));

        TreeSnapshot.Verify(difference, Random, variant: $"{layout}_{option.TrimStart('-').Replace(' ', '=')}");
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task IsTheSameEveryTimeButForItsSecrets(string layout)
    {
        var (first, second) = (await templates.SolutionAsync(layout, "Shop"), await templates.NewSolutionAsync(layout, "Shop"));

        var different = TreeDifference.Between(first.Files, second.Files).Select(file => file.Path).ToList();

        Assert.Equal(2, different.Count);
        Assert.All(different, path => Assert.True(DiffersEveryTime(path), path));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task HasTextFilesWithUnixLineEndsAndNoByteOrderMark(string layout)
    {
        var shop = await templates.SolutionAsync(layout, "Shop");

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

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task HoldsNoTokenOfTheTemplate(string layout)
    {
        var shop = await templates.SolutionAsync(layout, "Shop");
        string[] tokens =
        [
            "Acme",
            "SolutionName",
            "solution-slug",
            "random-password",
            "user-secrets-id",
            "HostProject",
            "option-",
            "#if",
            "#endif",
        ];

        Assert.All(
            shop.Files,
            file => Assert.All(tokens, token => Assert.DoesNotContain(token, file.Key + file.Value, StringComparison.OrdinalIgnoreCase))
        );
    }

    [Theory]
    [InlineData("accounts", true)]
    [InlineData("none", false)]
    public async Task SaysHowToAddTheServiceOfTheAccounts(string auth, bool says)
    {
        var folder = Directory.CreateTempSubdirectory("be-").FullName;

        var output = await templates.NewAsync("microservices", "-n", "Shop", "-o", folder, "--auth", auth);

        Assert.Equal(says, output.Contains("be apply", StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    // Passwords and the like.
    private static bool DiffersEveryTime(string path) =>
        path is "changed .env" || Regex.IsMatch(path, @"^changed (src/Shop\.(Api|Host)/[^/]+\.csproj|services/Directory\.Build\.props)$");
}
