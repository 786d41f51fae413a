using System.Xml.Linq;

namespace Acme.Application.Tests;

/// <summary>Dependencies point inwards: adapters know the application, the application knows the domain, the domain knows nobody.</summary>
public sealed class TheArchitecture
{
    [Fact]
    public void TheDomainDependsOnNothing() => Assert.Empty(ReferencesOf("Domain"));

    [Fact]
    public void TheApplicationDependsOnTheDomainOnly() => Assert.Equal(["Domain"], ReferencesOf("Application"));

    [Fact]
    public void AnAdapterDependsOnTheApplicationAndNotOnAnotherAdapter()
    {
        foreach (var adapter in Projects().Where(name => name.StartsWith("Adapters.", StringComparison.Ordinal)))
        {
            Assert.Contains("Application", ReferencesOf(adapter));
            Assert.DoesNotContain(ReferencesOf(adapter), name => name.StartsWith("Adapters.", StringComparison.Ordinal) || name == "Host");
        }
    }

    [Fact]
    public void ThePlatformDependsOnNoPartOfTheHexagon() =>
        Assert.DoesNotContain(ReferencesOf("Platform"), name => Projects().Contains(name));

    [Fact]
    public void OnlyTheHostKnowsTheAdapters() =>
        Assert.Equal(["Host"], Projects().Where(name => ReferencesOf(name).Any(other => other.StartsWith("Adapters.", StringComparison.Ordinal))));

    /// <summary>The projects in src, without the solution's name.</summary>
    private static List<string> Projects() =>
        [.. Directory.GetDirectories(Source()).Select(folder => Part(Path.GetFileName(folder))).Order(StringComparer.Ordinal)];

    /// <summary>What the project refers to: projects without the solution's name, packages and frameworks with theirs.</summary>
    private static List<string> ReferencesOf(string part)
    {
        var file = Directory.GetFiles(Path.Combine(Source(), Name(part)), "*.csproj").Single();
        var references =
            from element in XDocument.Load(file).Descendants()
            where element.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference"
            let include = element.Attribute("Include")!.Value
            select element.Name.LocalName == "ProjectReference" ? Part(Path.GetFileNameWithoutExtension(include)) : include;
        return [.. references];
    }

    private static string Name(string part) => "SolutionName." + part;

    private static string Part(string name) => name["SolutionName.".Length..];

    private static string Source()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "be.json")))
                return Path.Combine(folder.FullName, "src");
        }

        throw new DirectoryNotFoundException("There is no be.json above the tests.");
    }
}
