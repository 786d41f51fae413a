using System.Text.Json;
using Be.Cli.Templates;

namespace Be.Cli.Tests;

/// <summary>What <c>be new</c> says about options, held equal to what the template pack says.</summary>
public sealed class TheTemplateTable
{
    public static TheoryData<string> Layouts => [.. LayoutTemplate.All.Select(t => t.Layout)];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void SaysWhatTheTemplateSays(string layout)
    {
        var template = LayoutTemplate.All.Single(t => t.Layout == layout);
        using var json = JsonDocument.Parse(
            File.ReadAllText(Repository.File("templates", template.ShortName, ".template.config", "template.json"))
        );

        var parameters = json.RootElement.GetProperty("symbols").EnumerateObject().Where(IsOption).Select(p => Row(p.Name, p.Value));

        Assert.Equal(template.ShortName, json.RootElement.GetProperty("shortName").GetString());
        Assert.Equal(template.Options.Select(Row), parameters);
    }

    private static bool IsOption(JsonProperty symbol) =>
        symbol.Name != "name" && symbol.Value.GetProperty("type").GetString() == "parameter";

    private static string Row(TemplateOption option) =>
        string.Join(
            '\n',
            [
                option.Name,
                option.Description,
                option.Default,
                .. option.IsSwitch ? [] : option.Choices.Select(c => $"{c.Value}: {c.Description}"),
            ]
        );

    private static string Row(string name, JsonElement parameter) =>
        string.Join(
            '\n',
            [
                name,
                parameter.GetProperty("description").GetString()!,
                parameter.GetProperty("defaultValue").GetString()!,
                .. parameter.TryGetProperty("choices", out var choices) ? choices.EnumerateArray().Select(Choice) : [],
            ]
        );

    private static string Choice(JsonElement choice) =>
        $"{choice.GetProperty("choice").GetString()}: {choice.GetProperty("description").GetString()}";
}
