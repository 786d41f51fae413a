using System.Text.RegularExpressions;
using System.Xml.Linq;
using Be.Scaffolding.Json;

namespace Be.Templates.Tests;

public sealed class AnAwkwardName(TemplatePack templates)
{
    private static readonly (string Name, string Namespace, string Slug)[] Awkward =
    [
        ("My.Shop", "My.Shop", "my-shop"),
        ("my-shop", "my_shop", "my-shop"),
        ("My Shop", "My_Shop", "my-shop"),
        ("MyShop", "MyShop", "my-shop"),
        ("2Fast", "_2Fast", "2fast"),
        ("Ünïcode", "Ünïcode", "unicode"),
        ("Système", "Système", "systeme"),
        ("日本", "日本", "app"),
        ("Acme", "Acme", "acme"),
        ("SolutionName", "SolutionName", "solution-name"),
        ("solution-slug", "solution_slug", "solution-slug"),
        ("Shop.Api", "Shop.Api", "shop-api"),
        ("a.2-b", "a._2_b", "a-2-b"),
    ];

    public static TheoryData<string, string, string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string, string, string>();
            foreach (var layout in TemplatePack.Layouts)
            {
                foreach (var (name, space, slug) in Awkward)
                    names.Add(layout, name, space, slug);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task StandsInBeJsonAsTyped(string layout, string name, string space, string slug)
    {
        var files = (await templates.SolutionAsync(layout, name)).Files;
        var model = BeJson.Parse(files["be.json"]);

        Assert.Equal((name, space), (model.Name, model.Namespace));
        Assert.Equal(files["be.json"], BeJson.Write(model));
        Assert.Contains($"\nname: {slug}\n", "\n" + files["compose.yaml"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task GivesEveryNamespaceItsSafeForm(string layout, string name, string space, string slug)
    {
        var solution = await templates.SolutionAsync(layout, name);
        _ = slug;

        var code = solution.Files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal)).Select(file => file.Value);
        var declared = code.SelectMany(text => Regex.Matches(text, "(?m)^namespace (.+);$").Select(match => match.Groups[1].Value));
        var roots = solution.Projects().Select(project => project.Xml.Descendants("RootNamespace").Single().Value);

        Assert.All(declared.Concat(roots), used => Assert.StartsWith(space + ".", used, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task LeavesNoReferenceWithoutItsFile(string layout, string name, string space, string slug)
    {
        var solution = await templates.SolutionAsync(layout, name);
        _ = (space, slug);

        var inSolution = XDocument
            .Parse(solution.Files[$"{name}.slnx"])
            .Descendants("Project")
            .Select(project => project.Attribute("Path")!.Value);
        Assert.Equal(
            solution.Projects().Select(project => project.Path).Order(StringComparer.Ordinal),
            inSolution.Order(StringComparer.Ordinal)
        );
        Assert.All(solution.Projects(), project => Assert.All(project.References, path => Assert.Contains(path, solution.Files.Keys)));
    }
}
