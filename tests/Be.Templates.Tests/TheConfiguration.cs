using System.Text.Json;
using System.Xml.Linq;
using Be.Scaffolding.Json;

namespace Be.Templates.Tests;

public sealed class TheConfiguration(TemplatePack templates)
{
    private static readonly JsonElement Template = Read("be-monolith/.template.config/template.json");

    public static TheoryData<string> Layouts => [.. TemplatePack.Layouts];

    private static IEnumerable<JsonProperty> Options =>
        Template.GetProperty("symbols").EnumerateObject().Where(symbol => symbol.Value.GetProperty("type").GetString() == "parameter");

    [Fact]
    public void DescribesEveryOptionWithItsDefault() =>
        Assert.All(
            Options,
            option =>
            {
                Assert.NotEmpty(option.Value.GetProperty("displayName").GetString()!);
                Assert.NotEmpty(option.Value.GetProperty("description").GetString()!);
                Assert.NotEmpty(option.Value.GetProperty("defaultValue").GetString()!);
            }
        );

    [Theory]
    [MemberData(nameof(Layouts))]
    public void HasTheOptionsOfTheMonolithInTheSameWords(string layout)
    {
        var template = Read($"be-{layout}/.template.config/template.json");
        var symbols = template.GetProperty("symbols");

        Assert.Equal("be-" + layout, template.GetProperty("shortName").GetString());
        Assert.Equal(Template.GetProperty("forms").GetRawText(), template.GetProperty("forms").GetRawText());
        Assert.All(
            Template.GetProperty("symbols").EnumerateObject().Where(symbol => symbol.Name is not ("host" or "services")), // what is the one host, and whether there are several
            symbol => Assert.Equal(Words(symbol.Value), Words(symbols.GetProperty(symbol.Name)))
        );
    }

    [Fact]
    public void HasTheHexagonsOwnWordForAListsQueryAsThePlatformHasIt() =>
        Assert.Equal(
            Source("shared/src/SolutionName.Platform/Lists/ListQuery.cs").Replace("Acme.Platform", "Acme.Application"),
            Source("be-hexagonal/src/SolutionName.Application/Lists/ListQuery.cs")
        );

    /// <summary>All but the default, which a layout may have its own of.</summary>
    private static IEnumerable<string> Words(JsonElement symbol) =>
        symbol
            .EnumerateObject()
            .Where(member => member.Name != "defaultValue")
            .Select(member => $"{member.Name}: {member.Value.GetRawText()}");

    [Fact]
    public void ShowsEveryOptionInIdesAndOnTheCommandLine()
    {
        var names = TemplatePack
            .Layouts.SelectMany(layout => Parameters(Read($"be-{layout}/.template.config/template.json")))
            .Distinct()
            .Order();

        Assert.Equal(
            names,
            Read("config/ide.host.json")
                .GetProperty("symbolInfo")
                .EnumerateArray()
                .Select(symbol => symbol.GetProperty("id").GetString()!)
                .Order()
        );
        Assert.Equal(
            names,
            Read("config/dotnetcli.host.json").GetProperty("symbolInfo").EnumerateObject().Select(symbol => symbol.Name).Order()
        );
    }

    [Fact]
    public async Task PutsEveryOptionIntoBeJson()
    {
        using var beJson = JsonDocument.Parse((await templates.SolutionAsync("monolith", "Shop")).Files["be.json"]);
        var options = beJson.RootElement.GetProperty("options").EnumerateObject();

        Assert.Equal(
            Options.Select(option => (option.Name, option.Value.GetProperty("defaultValue").GetString())).Order(),
            options.Select(option => (option.Name, (string?)option.Value.GetRawText().Trim('"'))).Order()
        );
    }

    [Fact]
    public async Task PutsTheVersionOfThePackIntoBeJson()
    {
        var version = XDocument.Load(Repository.File("build", "Version.props")).Descendants("Version").Single().Value;

        Assert.Equal(version, BeJson.Parse((await templates.SolutionAsync("monolith", "Shop")).Files["be.json"]).Templates);
    }

    [Fact]
    public async Task ShipsTheSchemaThatBeJsonNames()
    {
        var files = (await templates.SolutionAsync("monolith", "Shop")).Files;
        using var beJson = JsonDocument.Parse(files["be.json"]);

        Assert.Contains(files.Keys, path => "./" + path == beJson.RootElement.GetProperty("$schema").GetString());
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(Source(file)).RootElement;

    private static string Source(string file) => File.ReadAllText(Repository.File("templates", file));

    private static IEnumerable<string> Parameters(JsonElement template) =>
        template
            .GetProperty("symbols")
            .EnumerateObject()
            .Where(symbol => symbol.Value.GetProperty("type").GetString() == "parameter")
            .Select(symbol => symbol.Name);
}
