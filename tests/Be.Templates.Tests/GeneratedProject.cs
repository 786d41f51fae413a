using System.Xml.Linq;

namespace Be.Templates.Tests;

/// <summary>A project file of a generated solution.</summary>
/// <param name="Path">From the solution's root.</param>
/// <param name="Xml">Its content.</param>
internal sealed record GeneratedProject(string Path, XDocument Xml)
{
    /// <summary>The projects that it references, from the solution's root.</summary>
    public IEnumerable<string> References =>
        Xml.Descendants("ProjectReference").Select(reference => Resolve(reference.Attribute("Include")!.Value));

    private string Resolve(string reference)
    {
        var root = new Uri("file:///");
        return Uri.UnescapeDataString(new Uri(new Uri(root, Path), reference).AbsolutePath).TrimStart('/');
    }
}

internal static class GeneratedProjects
{
    public static IEnumerable<GeneratedProject> Projects(this GeneratedSolution solution) =>
        solution
            .Files.Where(file => file.Key.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(file => new GeneratedProject(file.Key, XDocument.Parse(file.Value)));
}
