using System.Security;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>A solution as the templates see it.</summary>
internal sealed class SolutionView(Solution solution)
{
    public string Namespace => solution.Namespace;
    public string HostNamespace => $"{solution.Namespace}.{solution.Host}";
    public string SolutionXml => SecurityElement.Escape(solution.Name);
    public IReadOnlyList<ModuleView> Modules { get; } =
    [.. solution.Modules.OrderBy(module => module.Name.Pascal, StringComparer.Ordinal).Select(module => new ModuleView(solution, module))];
}
