using System.Xml;
using System.Xml.Linq;

namespace Be.Scaffolding.Planning;

/// <summary>The <c>.slnx</c>: new projects are added under the solution folder that mirrors theirs. Other lines stay as they are.</summary>
internal static class SolutionFile
{
    /// <summary>The change that adds the projects; null when there is no one <c>.slnx</c>, or all of them are in it.</summary>
    public static Change? Add(string root, IReadOnlyCollection<string> projects)
    {
        if (projects.Count == 0 || Directory.GetFiles(root, "*.slnx") is not [var file])
            return null;
        var path = Path.GetFileName(file);
        var disk = DiskText.Read(root, path)!;
        var text = Add(disk.Text, projects, path);
        return text == disk.Text ? null : new Change(path, ChangeKind.Update, disk.Exact, disk.Like(text));
    }

    /// <summary>The text with the projects in it.</summary>
    /// <exception cref="UserError">It is no solution file.</exception>
    internal static string Add(string text, IEnumerable<string> projects, string file)
    {
        var document = Parse(text, file);
        var known = document.Descendants("Project").Select(PathOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var project in projects.Where(project => !known.Contains(project)))
            Insert(FolderOf(document.Root!, project), new XElement("Project", new XAttribute("Path", project)), PathOf);
        var declaration = document.Declaration is null ? "" : text[..(text.IndexOf("?>", StringComparison.Ordinal) + 2)];
        return declaration + document.ToString(SaveOptions.DisableFormatting);
    }

    private static XDocument Parse(string text, string file)
    {
        try
        {
            var document = XDocument.Parse(text, LoadOptions.PreserveWhitespace);
            return document.Root!.Name == "Solution"
                ? document
                : throw new UserError($"{file} holds a {document.Root.Name}, not a Solution.", "Mend it, or take it back from git.");
        }
        catch (XmlException e)
        {
            throw new UserError($"{file} is not XML: {e.Message}", "Mend it, or take it back from git.");
        }
    }

    /// <summary>For <c>src/Modules/Sales/Shop.Modules.Sales.csproj</c> the folder <c>/src/Modules/</c>.</summary>
    private static XElement FolderOf(XElement solution, string project)
    {
        var name = "/" + string.Concat(project.Split('/')[..^2].Select(part => part + "/"));
        if (name == "/")
            return solution;
        if (solution.Elements("Folder").FirstOrDefault(folder => NameOf(folder) == name) is { } existing)
            return existing;
        var added = new XElement("Folder", new XAttribute("Name", name));
        Insert(solution, added, NameOf);
        return added;
    }

    /// <summary>Puts the element before the first of its kind that comes after it by name, on a line of its own.</summary>
    private static void Insert(XElement parent, XElement child, Func<XElement, string?> order)
    {
        var indent = "\n" + new string(' ', 2 * (parent.Ancestors().Count() + 1));
        var next = parent.Elements(child.Name).FirstOrDefault(other => string.CompareOrdinal(order(other), order(child)) > 0);
        if (next is not null)
            next.AddBeforeSelf(child, new XText(indent));
        else if (parent.Elements().LastOrDefault() is { } last)
            last.AddAfterSelf(new XText(indent), child);
        else
            parent.ReplaceNodes(new XText(indent), child, new XText(indent[..^2]));
    }

    private static string? PathOf(XElement project) => project.Attribute("Path")?.Value.Replace('\\', '/');

    private static string? NameOf(XElement folder) => folder.Attribute("Name")?.Value;
}
