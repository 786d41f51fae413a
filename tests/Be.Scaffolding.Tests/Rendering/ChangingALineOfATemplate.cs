using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering;
using Be.Scaffolding.Rendering.Migrations;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace Be.Scaffolding.Tests.Rendering;

/// <summary>Each line of each template in turn is changed: what comes out of the models of <see cref="TheSlices"/> must change as well.</summary>
public sealed class ChangingALineOfATemplate
{
    private static readonly Solution[] Models =
    [
        SampleModels.Shop,
        SampleModels.MyShop,
        SampleModels.HexagonalShop,
        SampleModels.MyHexagonalShop,
        SampleModels.Services,
        SampleModels.ServicesWithoutGateway,
        SampleModels.MyServices,
        SampleModels.ShopWithAccounts,
        SampleModels.HexagonalShopWithAccounts,
        SampleModels.ServicesWithAccounts,
    ];

    private static readonly string[] Layouts = ["monolith", "hexagonal", "microservices"];

    public static TheoryData<string> SliceTemplates =>
        [.. Layouts.SelectMany(ScaffoldTemplate.Of).Select(template => template.Path).Distinct()];

    public static TheoryData<string> MigrationTemplates =>
        [
            .. typeof(ScaffoldTemplate)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("scaffold/migrations/", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(SliceTemplates))]
    public void OfASliceIsNoticed(string path)
    {
        var original = Layouts.SelectMany(ScaffoldTemplate.Of).First(template => template.Path == path);
        var expected = Render(original);

        var unnoticed = Changes(original.Text).Where(change => !Differs(() => Render(original with { Text = change.Text }), expected));

        Assert.Equal([], unnoticed.Select(change => change.What));
    }

    [Theory]
    [MemberData(nameof(MigrationTemplates))]
    public void OfAMigrationIsNoticed(string resource)
    {
        var original = ScaffoldTemplate.Read(resource);
        var expected = Migrations(ScaffoldTemplate.Read);

        var unnoticed = Changes(original)
            .Where(change => !Differs(() => Migrations(name => name == resource ? change.Text : ScaffoldTemplate.Read(name)), expected));

        Assert.Equal([], unnoticed.Select(change => change.What));
    }

    /// <summary>A mark at the end of a line of text; a condition that always or never holds. Closing tags stand or fall with their opening ones.</summary>
    private static IEnumerable<(string What, string Text)> Changes(string template)
    {
        var lines = template.TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var changed in Changed(lines[i]))
                yield return (
                    $"line {i + 2}: {lines[i]} -> {changed}",
                    string.Join('\n', [.. lines[..i], changed, .. lines[(i + 1)..], ""])
                );
        }
    }

    private static IEnumerable<string> Changed(string line)
    {
        if (line.StartsWith("{{#if ", StringComparison.Ordinal))
            return ["{{#if true}}", "{{#if false}}"];
        if (line.StartsWith("{{#unless ", StringComparison.Ordinal))
            return ["{{#unless true}}", "{{#unless false}}"];
        if (line.StartsWith("{{#", StringComparison.Ordinal) || line.StartsWith("{{/", StringComparison.Ordinal) || line == "{{else}}")
            return [];

        return [line + "¤"];
    }

    private static bool Differs(Func<List<string>> render, List<string> expected)
    {
        try
        {
            return !render().SequenceEqual(expected);
        }
        catch (Exception exception) when (exception is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            return true;
        }
    }

    private static List<string> Render(ScaffoldTemplate template)
    {
        var renderer = new SolutionRenderer(layout =>
            [.. ScaffoldTemplate.Of(layout).Where(one => one.Path == template.Path).Select(_ => template)]
        );
        return [.. Models.SelectMany(renderer.Files).Select(file => file.Render())];
    }

    private static List<string> Migrations(Func<string, string> read)
    {
        var planner = new MigrationPlanner(read);
        (Solution? Before, Solution After)[] changes =
        [
            (null, SampleModels.Shop),
            (null, SampleModels.MyShop),
            (null, SampleModels.Circle),
            (null, SampleModels.Services),
            SampleModels.Growth,
            SampleModels.Redefinition,
        ];
        return [.. changes.SelectMany(change => planner.Plan(change.Before, change.After)).Select(migration => migration.Text)];
    }
}
