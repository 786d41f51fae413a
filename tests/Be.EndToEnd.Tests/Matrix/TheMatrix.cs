using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Be.Scaffolding.Model;

namespace Be.EndToEnd.Tests;

/// <summary>What the rows must cover between them.</summary>
public sealed partial class TheMatrix
{
    private static readonly string[] TypesWithArguments = ["string", "text", "decimal", "enum", "ref"];

    public static TheoryData<string> Layouts { get; } = [.. Row.All.Select(row => row.Layout).Distinct()];

    public static TheoryData<string> Types { get; } =
    [.. TypesWithArguments, .. Enum.GetNames<Scalar>().Select(name => name.ToLowerInvariant())];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void HoldsEveryPairOfOptions(string layout)
    {
        var options = Options(layout);
        var rows = Row.All.Where(row => row.Layout == layout).Select(row => row.Options).ToList();

        var pairs =
            from one in options
            from other in options.Where(other => string.CompareOrdinal(one.Name, other.Name) < 0)
            from value in one.Values
            from otherValue in other.Values
            where !rows.Exists(row => row[one.Name] == value && row[other.Name] == otherValue)
            select $"--{one.Name} {value} --{other.Name} {otherValue}";

        Assert.Empty(pairs);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void HoldsEveryTypeRequiredAndOptional(string type)
    {
        var fields = Row.All.SelectMany(row => row.Scaffold).SelectMany(scaffold => Field().Matches(scaffold.Fields ?? "")).ToList();

        Assert.Contains(fields, field => field.Groups["type"].Value == type && !field.Groups["optional"].Success);
        Assert.Contains(fields, field => field.Groups["type"].Value == type && field.Groups["optional"].Success);
    }

    [Theory]
    [InlineData("My.Shop")]
    [InlineData("my-shop")]
    [InlineData("2Fast")]
    [InlineData("Ünïcode")]
    [InlineData("Système")]
    [InlineData("Acme")]
    [InlineData("SolutionName")]
    [InlineData("solution-slug")]
    public void HoldsEveryAwkwardName(string name) => Assert.Contains(Row.All, row => row.Name == name);

    [Fact]
    public void StaysAffordable()
    {
        Assert.InRange(Row.All.Length, 1, 24);
        Assert.Equal(Row.All.Length, Row.All.Select(row => row.Name).Distinct().Count());
    }

    private static List<(string Name, string[] Values)> Options(string layout)
    {
        var path = Path.Combine(Repository.Root, "templates", "be-" + layout, ".template.config", "template.json");
        var symbols = JsonNode.Parse(File.ReadAllText(path))!["symbols"]!.AsObject();
        return
        [
            .. symbols.Where(symbol => (string?)symbol.Value!["type"] == "parameter").Select(symbol => (symbol.Key, Values(symbol.Value!))),
        ];
    }

    private static string[] Values(JsonNode option) =>
        option["choices"] is JsonArray choices ? [.. choices.Select(choice => (string)choice!["choice"]!)] : ["true", "false"];

    [GeneratedRegex(@"\w+:(?<type>[a-z]+)(\([^)]*\))?(\[\d*\])?(?<optional>\?)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();
}
