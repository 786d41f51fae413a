using System.Text;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Views;

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

    /// <summary>Each module that callers from outside have business with.</summary>
    ModuleWithRoutes,

    /// <summary>Each module whose projects refer to other modules' contracts, or to its own.</summary>
    ModuleWithReferences,

    /// <summary>Each module with events or consumers.</summary>
    ModuleWithMessages,

    /// <summary>Each module with jobs.</summary>
    ModuleWithJobs,

    /// <summary>Each module with clients.</summary>
    ModuleWithClients,

    /// <summary>Each module that other modules refer to.</summary>
    ModuleReferredTo,

    /// <summary>Each entity.</summary>
    Entity,

    /// <summary>Each entity with references to other modules.</summary>
    EntityWithCheckedReferences,

    /// <summary>Each entity with references within its module.</summary>
    EntityWithLocalReferences,

    /// <summary>Each entity that other modules refer to.</summary>
    EntityReferredTo,

    /// <summary>Each event.</summary>
    Event,

    /// <summary>Each consumer.</summary>
    Consumer,

    /// <summary>Each job.</summary>
    Job,

    /// <summary>Each client.</summary>
    Client,
}

/// <summary>A file of templates/scaffold. Its path mirrors the output; its first line says who owns the output and what it is made for.</summary>
/// <param name="Path">Where the output goes, with <c>{{Module}}</c> and the like in it.</param>
/// <param name="IsFor">Which solutions have it: a third part of the first line says so, <c>with docker</c>.</param>
internal sealed record ScaffoldTemplate(string Path, FileKind Kind, TemplateScope Scope, Func<Solution, bool> IsFor, string Text)
{
    private static readonly Dictionary<string, Func<Solution, bool>> Conditions = new(StringComparer.Ordinal)
    {
        ["with docker"] = solution => solution.Options.Docker,
        ["with gateway"] = solution => solution.Options.Gateway == Gateway.Nginx,
        ["with rabbitmq"] = solution => solution.Options.Messaging == Messaging.RabbitMq,
        ["with clients"] = solution => solution.HasClients,
        ["with calls on kubernetes"] = solution => solution.Options.Kubernetes && new SolutionView(solution).Calls.Any(),
        ["with audits"] = solution => solution.HasAudits,
        ["with owners"] = solution => solution.HasOwners,
        ["with jobs"] = solution => solution.HasJobs,
        ["with jobs without accounts"] = solution => solution.HasJobs && solution.Options.Auth != Auth.Accounts,
        ["with kubernetes"] = solution => solution.Options.Kubernetes,
        ["with gateway on kubernetes"] = solution => solution.Options is { Gateway: Gateway.Nginx, Kubernetes: true },
        ["with one host"] = solution => solution.Host is not null,
    };

    private static readonly Dictionary<string, TemplateScope> Scopes = new(StringComparer.Ordinal)
    {
        ["for the solution"] = TemplateScope.Solution,
        ["for each module"] = TemplateScope.Module,
        ["for each module with entities"] = TemplateScope.ModuleWithEntities,
        ["for each module with routes"] = TemplateScope.ModuleWithRoutes,
        ["for each module with references"] = TemplateScope.ModuleWithReferences,
        ["for each module with messages"] = TemplateScope.ModuleWithMessages,
        ["for each module with jobs"] = TemplateScope.ModuleWithJobs,
        ["for each module with clients"] = TemplateScope.ModuleWithClients,
        ["for each module that other modules refer to"] = TemplateScope.ModuleReferredTo,
        ["for each entity"] = TemplateScope.Entity,
        ["for each entity with checked references"] = TemplateScope.EntityWithCheckedReferences,
        ["for each entity with local references"] = TemplateScope.EntityWithLocalReferences,
        ["for each entity that is looked up"] = TemplateScope.EntityReferredTo,
        ["for each event"] = TemplateScope.Event,
        ["for each consumer"] = TemplateScope.Consumer,
        ["for each job"] = TemplateScope.Job,
        ["for each client"] = TemplateScope.Client,
    };

    /// <summary>The templates of a layout and those that it shares with others, in the order of their paths.</summary>
    public static IReadOnlyList<ScaffoldTemplate> Of(string layout)
    {
        // In a hexagon a slice is spread over the rings; elsewhere it stands in one place.
        string[] folders = [$"scaffold/{layout}/", "scaffold/shared/", .. layout == "hexagonal" ? (string[])[] : ["scaffold/vertical/"]];
        return
        [
            .. typeof(ScaffoldTemplate)
                .Assembly.GetManifestResourceNames()
                .Select(name => (name, folder: Array.Find(folders, folder => name.StartsWith(folder, StringComparison.Ordinal))))
                .Where(found => found.folder is not null)
                .Select(found => Parse(found.name[found.folder!.Length..^".hbs".Length], Read(found.name)))
                .OrderBy(template => template.Path, StringComparer.Ordinal),
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
        return new ScaffoldTemplate(
            path,
            kind,
            Scopes[parts[1]],
            parts is [_, _, var condition] ? Conditions[condition] : _ => true,
            text[(end + 1)..]
        );
    }
}
