using System.Reflection;
using System.Text;

namespace Be.Scaffolding.Rendering;

/// <summary>What a template is rendered for.</summary>
internal enum TemplateScope
{
    /// <summary>The solution.</summary>
    Solution,

    /// <summary>Each module.</summary>
    Module,

    /// <summary>Each module with entities.</summary>
    ModuleWithEntities,

    /// <summary>Each module whose projects refer to other modules' contracts, or to its own.</summary>
    ModuleWithReferences,

    /// <summary>Each module that other modules refer to.</summary>
    ModuleReferredTo,

    /// <summary>Each entity.</summary>
    Entity,

    /// <summary>Each entity with references to other modules.</summary>
    EntityWithForeignReferences,

    /// <summary>Each entity that other modules refer to.</summary>
    EntityReferredTo,
}

/// <summary>A file of templates/scaffold. Its path mirrors the output; its first line says who owns the output and what it is made for.</summary>
/// <param name="Path">Where the output goes, with <c>{{Module}}</c> and the like in it.</param>
internal sealed record ScaffoldTemplate(string Path, FileKind Kind, TemplateScope Scope, string Text)
{
    private static readonly Dictionary<string, TemplateScope> Scopes = new(StringComparer.Ordinal)
    {
        ["for the solution"] = TemplateScope.Solution,
        ["for each module"] = TemplateScope.Module,
        ["for each module with entities"] = TemplateScope.ModuleWithEntities,
        ["for each module with references"] = TemplateScope.ModuleWithReferences,
        ["for each module that other modules refer to"] = TemplateScope.ModuleReferredTo,
        ["for each entity"] = TemplateScope.Entity,
        ["for each entity with foreign references"] = TemplateScope.EntityWithForeignReferences,
        ["for each entity that other modules refer to"] = TemplateScope.EntityReferredTo,
    };

    /// <summary>The templates of a layout, in the order of their paths.</summary>
    public static IReadOnlyList<ScaffoldTemplate> Of(string layout)
    {
        var folder = $"scaffold/{layout}/";
        return
        [
            .. typeof(ScaffoldTemplate)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Parse(name[folder.Length..^".hbs".Length], Read(name))),
        ];
    }

    /// <summary>The text of a template that is not a file of the output by itself.</summary>
    public static string Read(string resource)
    {
        using var stream =
            typeof(ScaffoldTemplate).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"There is no template {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static ScaffoldTemplate Parse(string path, string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var parts = text[..end].Replace("{{!-- ", "", StringComparison.Ordinal).Replace(" --}}", "", StringComparison.Ordinal).Split(", ");
        var kind = parts[0] == "owned" ? FileKind.Owned : FileKind.Yours;
        return new ScaffoldTemplate(path, kind, Scopes[parts[1]], text[(end + 1)..]);
    }
}
