using System.Security;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>A module as the templates see it.</summary>
internal sealed class ModuleView(Solution solution, Module module)
{
    public Module Model { get; } = module;
    public string Module => Model.Name.Pascal;
    public string Schema => Model.Name.Snake;
    public string Namespace => solution.Namespace;
    public SlicePlace Place { get; } = SlicePlaces.OfModule(solution, module.Name);
    public string ModuleNamespace => Place.Namespace;
    public string ModuleKebab => Model.Name.Kebab;

    /// <summary>Whether the solution has Kubernetes manifests.</summary>
    public bool HasKubernetes => solution.Options.Kubernetes;

    /// <summary>Whether callers come through the solution's own gateway.</summary>
    public bool HasGateway => solution.Options.Gateway == Gateway.Nginx;

    /// <summary>Whether callers of services log in, and need permissions.</summary>
    public bool HasAccounts => solution.AccountsService is not null;

    /// <summary>Whether it is the service that owns the users.</summary>
    public bool IsAccounts => Model.Name == solution.AccountsService;

    /// <summary>The service that gives this one the keys of tokens, as it is called in files of deployment; null where none does.</summary>
    public string? AccountsHost => IsAccounts ? null : solution.AccountsService?.Kebab;

    /// <summary>Where that service listens on a developer's machine.</summary>
    public int? AccountsPort => HostPort.OfAccounts(solution);

    /// <summary>Whether callers from outside have business with it.</summary>
    public bool HasRoutes => IsAccounts || Entities.Count > 0;

    /// <summary>The last words of its addresses, as alternatives of a regular expression.</summary>
    public string Routes =>
        string.Join('|', [.. IsAccounts ? (string[])["account"] : [], .. Entities.Select(entity => entity.Model.Plural.Kebab)]);

    /// <summary>Where a service listens on a developer's machine.</summary>
    public int Port { get; } = HostPort.Of(solution, module);

    public bool UsesRabbitMq => solution.Options.Messaging == Messaging.RabbitMq;
    public string SolutionText => solution.Name;
    public string SolutionXml => SecurityElement.Escape(solution.Name);
    public IReadOnlyList<EntityView> Entities { get; } = [.. module.Entities.Select(entity => new EntityView(solution, module, entity))];

    public IReadOnlyList<EventView> Events { get; } = [.. module.Events.Select(one => new EventView(solution, module, one))];
    public IReadOnlyList<ConsumerView> Consumers { get; } =
    [.. module.Consumers.Select(consumer => new ConsumerView(solution, module, consumer))];

    public IReadOnlyList<JobView> Jobs { get; } = [.. module.Jobs.Select(job => new JobView(solution, module, job))];
    public IReadOnlyList<ClientView> Clients { get; } = [.. module.Clients.Select(client => new ClientView(solution, module, client))];
    public bool IsService => solution.Layout == Layout.Microservices;
    public bool HasPorts => solution.Layout == Layout.Hexagonal;
    public string JobNamespace => Jobs[0].JobNamespace;

    /// <summary>What the code that registers its events and consumers has to name.</summary>
    public IReadOnlyList<string> MessageNamespaces =>
        [
            .. Consumers
                .Select(consumer => consumer.ConsumerNamespace)
                .Concat(Events.Select(one => one.EventNamespace))
                .Concat(Consumers.Select(consumer => consumer.Of.EventNamespace))
                .Append(solution.Layout == Layout.Hexagonal ? Namespace + ".Adapters.Postgres" : Namespace + ".Platform.Messaging")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What the code that registers its entities has to name.</summary>
    public IReadOnlyList<string> EntityNamespaces =>
        [
            .. Entities
                .SelectMany(entity => entity.RegisteredNamespaces)
                .Append(Namespace + ".Platform.Idempotency")
                .Concat(HasOwners ? [Namespace + ".Platform.Access"] : [])
                .Concat(HasAudits ? [Namespace + ".Platform.Audit"] : [])
                .Concat(HasConstraints ? [Namespace + ".Platform.Errors"] : [])
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Whether rows of any of its entities belong to their callers.</summary>
    public bool HasOwners => Entities.Any(entity => entity.IsOwned);

    /// <summary>Whether writes to any of its tables are recorded.</summary>
    public bool HasAudits => Entities.Any(entity => entity.IsAudited);

    public bool HasLookups => Entities.Any(entity => entity.IsLookedUp);
    public IReadOnlyList<ConstraintView> Constraints => [.. Entities.SelectMany(ConstraintView.Of)];
    public bool HasConstraints => Constraints.Count > 0;

    /// <summary>Whether it has contracts.</summary>
    public bool IsReferredTo => HasLookups || Events.Count > 0;

    /// <summary>The modules whose contracts this one implements or calls.</summary>
    public IReadOnlyList<string> ReferencedModules =>
        [
            .. Entities
                .SelectMany(entity => entity.ForeignModules)
                .Concat(Consumers.Select(consumer => consumer.Publisher))
                .Concat(IsReferredTo ? [Module] : [])
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}

/// <summary>A constraint of a table and the request member that it is about.</summary>
internal sealed record ConstraintView(string Constraint, string Json)
{
    public static IEnumerable<ConstraintView> Of(EntityView entity)
    {
        foreach (var field in entity.Fields)
        {
            if (field.CheckName is { } check)
                yield return new(Sql.ConstraintName(entity.TableName, field.ColumnName, check), field.Json);
            if (field.Reference is { IsForeign: false })
                yield return new(Sql.ConstraintName(entity.TableName, field.ColumnName, "fkey"), field.Json);
            if (field.Field.Unique)
                yield return new(Sql.ConstraintName(entity.TableName, field.ColumnName, "key"), field.Json);
        }
    }
}

/// <summary>Where a host listens on a developer's machine: services side by side.</summary>
internal static class HostPort
{
    private const int First = 5080;

    public static int Of(Solution solution, Module module) =>
        solution.Layout == Layout.Microservices ? First + 1 + solution.Modules.IndexOf(module) : First;

    /// <summary>Of the service that owns the users; null where there is none.</summary>
    public static int? OfAccounts(Solution solution) =>
        solution.AccountsService is { } accounts ? Of(solution, solution.Modules.Single(module => module.Name == accounts)) : null;
}
