using System.Text.Json;
using System.Xml.Linq;
using Be.Scaffolding.Json;

namespace Be.Templates.Tests;

public sealed class TheConfiguration(TemplatePack templates)
{
    private static readonly JsonElement Template = Read("template.json");

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

    [Fact]
    public void ShowsEveryOptionInIdesAndOnTheCommandLine()
    {
        var names = Options.Select(option => option.Name);

        Assert.Equal(
            names,
            Read("ide.host.json").GetProperty("symbolInfo").EnumerateArray().Select(symbol => symbol.GetProperty("id").GetString())
        );
        Assert.Equal(names, Read("dotnetcli.host.json").GetProperty("symbolInfo").EnumerateObject().Select(symbol => symbol.Name));
    }

    [Fact]
    public async Task PutsEveryOptionIntoBeJson()
    {
        using var beJson = JsonDocument.Parse((await templates.SolutionAsync("Shop")).Files["be.json"]);
        var options = beJson.RootElement.GetProperty("options").EnumerateObject();

        Assert.Equal(
            Options.Select(option => (option.Name, option.Value.GetProperty("defaultValue").GetString())).Order(),
            options
                .Select(option => (option.Name, option.Value.ValueKind is JsonValueKind.True ? "true" : option.Value.GetString()))
                .Order()
        );
    }

    [Fact]
    public async Task PutsTheVersionOfThePackIntoBeJson()
    {
        var version = XDocument.Load(Repository.File("build", "Version.props")).Descendants("Version").Single().Value;

        Assert.Equal(version, BeJson.Parse((await templates.SolutionAsync("Shop")).Files["be.json"]).Templates);
    }

    [Fact]
    public async Task ShipsTheSchemaThatBeJsonNames()
    {
        var files = (await templates.SolutionAsync("Shop")).Files;
        using var beJson = JsonDocument.Parse(files["be.json"]);

        Assert.Contains(files.Keys, path => "./" + path == beJson.RootElement.GetProperty("$schema").GetString());
    }

    private static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Repository.File("templates", "be-monolith", ".template.config", file))).RootElement;
}
