using System.Security;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>A solution as the templates see it.</summary>
internal sealed class SolutionView(Solution solution)
{
    public string Namespace => solution.Namespace;
    public string HostNamespace => $"{solution.Namespace}.{solution.Host}";
    public string SolutionXml => SecurityElement.Escape(solution.Name);

    /// <summary>What the migration of jobs makes, for the platform's own tests.</summary>
    public string JobTables { get; } =
        solution.HasJobs ? Indented(Up(ScaffoldTemplate.Read("scaffold/migrations/create_jobs.sql.hbs"))) : "";

    public IReadOnlyList<ModuleView> Modules { get; } =
    [.. solution.Modules.OrderBy(module => module.Name.Pascal, StringComparer.Ordinal).Select(module => new ModuleView(solution, module))];

    private static string Up(string migration) => migration.Split("-- migrate:down")[0].Split("'60s';\n\n")[1].TrimEnd();

    private static string Indented(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : "        " + line));
}
