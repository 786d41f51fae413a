using System.Security;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>A solution as the templates see it.</summary>
internal sealed class SolutionView(Solution solution)
{
    public string Namespace => solution.Namespace;
    public string HostNamespace => $"{solution.Namespace}.{solution.Host}";

    /// <summary>Whether callers log in, and need permissions.</summary>
    public bool HasAccounts => solution.Options.Auth == Auth.Accounts;

    public string SolutionXml => SecurityElement.Escape(solution.Name);

    /// <summary>What the migration of jobs makes, for the platform's own tests.</summary>
    public string JobTables { get; } =
        solution.HasJobs ? Indented(Up(ScaffoldTemplate.Read("scaffold/migrations/create_jobs.sql.hbs"))) : "";

    /// <summary>What the migration of audits makes, for the platform's own tests.</summary>
    public string AuditTables { get; } =
        solution.HasAudits
            ? Indented(
                Up(
                    ScaffoldTemplate
                        .Read("scaffold/migrations/create_audit.sql.hbs")
                        .Replace("{{Credentials}}", Field.CredentialColumns, StringComparison.Ordinal)
                )
            )
            : "";

    public IReadOnlyList<ModuleView> Modules { get; } =
    [.. solution.Modules.OrderBy(module => module.Name.Pascal, StringComparer.Ordinal).Select(module => new ModuleView(solution, module))];

    /// <summary>Which service calls which.</summary>
    public IEnumerable<CallView> Calls =>
        Modules.SelectMany(module =>
            module
                .Clients.Select(client => client.ClientKebab)
                .Concat(module.AccountsHost is { } accounts ? [accounts] : [])
                .Select(called => new CallView(module.ModuleKebab, called))
        );

    private static string Up(string migration) => migration.Split("-- migrate:down")[0].Split("'60s';\n\n")[1].TrimEnd();

    private static string Indented(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : "        " + line));
}

/// <summary>One service that calls another, by their names in files of deployment.</summary>
internal sealed record CallView(string From, string To);
