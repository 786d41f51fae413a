using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <content>Which namespaces its files stand in and name.</content>
internal sealed partial class EntityView
{
    public string EntityNamespace => Places.Entity.Namespace;
    public string ContractsNamespace => Places.Contracts.Namespace;
    public string StoreNamespace => Places.Store.Namespace;
    public string LookupNamespace => Places.Lookup.Namespace;
    public string TestsNamespace => Places.Tests.Namespace;
    public string SamplesNamespace => Places.Samples.Namespace;

    /// <summary>Whether the samples are not in the project that all tests share.</summary>
    public bool AreSamplesElsewhere { get; }

    public string PortNamespace => $"{Places.Lookup.Namespace}.{Entities}";

    /// <summary>Where the type is that its endpoints call.</summary>
    private string ServiceNamespace => HasPort ? PortNamespace : StoreNamespace;

    /// <summary>Where the types are that its module registers.</summary>
    public IEnumerable<string> RegisteredNamespaces =>
        [ContractsNamespace, StoreNamespace, .. HasPort ? (string[])[PortNamespace] : [], .. IsLookedUp ? (string[])[LookupNamespace] : []];

    /// <summary>Namespaces that its contracts need.</summary>
    public IEnumerable<string> ContractsUsings =>
        Usings([EntityNamespace, .. LocalTargets.Select(target => target.ContractsNamespace)], "Lists", "Validation");

    /// <summary>Namespaces that its endpoints need.</summary>
    public IEnumerable<string> EndpointsUsings =>
        Usings(
            [EntityNamespace, ServiceNamespace, .. LocalTargets.Select(target => target.ServiceNamespace)],
            [
                .. HasAccounts ? (string[])["Access"] : [],
                .. IsAudited ? (string[])["Audit"] : [],
                "Errors",
                "Http",
                "Idempotency",
                "Lists",
                "OpenApi",
                .. HasPort ? (string[])[] : ["Validation"],
            ]
        );

    /// <summary>Namespaces that the code needs which includes what it refers to.</summary>
    public IEnumerable<string> IncludesUsings =>
        Usings(
            [EntityNamespace, .. LocalTargets.SelectMany(target => (string[])[target.ServiceNamespace, target.ContractsNamespace])],
            "Lists"
        );

    /// <summary>Namespaces of the application that its use cases need.</summary>
    public IEnumerable<string> ApplicationNamespaces =>
        ForeignModules.Append("Lists").Order(StringComparer.Ordinal).Select(part => $"{Namespace}.Application.{part}");

    /// <summary>Namespaces of the application that the tests of its use cases need.</summary>
    public IEnumerable<string> TestedNamespaces =>
        ApplicationNamespaces.Concat(LocalCheckedTargets.Any() ? [$"{Namespace}.Application.{Module}"] : []).Order(StringComparer.Ordinal);

    /// <summary>Namespaces that the code needs which checks its references.</summary>
    public IEnumerable<string> ReferencesUsings =>
        Usings(
                ForeignModules
                    .Select(module => $"{Namespace}.Modules.{module}.Contracts")
                    .Concat(LocalCheckedTargets.Select(target => target.ServiceNamespace)),
                "Errors"
            )
            .Where(one => one != EntityNamespace);

    public IEnumerable<string> SampleNamespaces =>
        RequiredReferences
            .Select(reference => reference.TargetModule)
            .Where(module => module != Module.Pascal)
            .Distinct()
            .Order(StringComparer.Ordinal);

    /// <summary>Where the samples are that its tests name: its own module's, and those of owned rows of others.</summary>
    public IEnumerable<string> SamplesUsings =>
        OwnedReferences
            .Where(reference => reference.IsForeign)
            .Select(reference => $"{Namespace}.Testing.Samples.{reference.TargetModule}")
            .Append(SamplesNamespace)
            .Distinct()
            .Order(StringComparer.Ordinal);

    public bool UsesJson =>
        Fields.Any(column =>
            column.Field.Type is ScalarType { Scalar: Scalar.Json } or ArrayType { Item: ScalarType { Scalar: Scalar.Json } }
        );

    public bool UsesUsings => UsesJson || UsesJsonNames;
    public bool UsesJsonb => Fields.Any(column => column.Field.Type is ScalarType { Scalar: Scalar.Json });

    public bool UsesEnumText => Enums.Any();
    public bool UsesAnnotations => Fields.Any(column => column.Required);
    public bool UsesJsonNames => Enums.Any(column => column.EnumValues.Any(value => value.NeedsText));

    /// <summary>Namespaces as files beside the contracts name them, in the order that formatting wants.</summary>
    private IEnumerable<string> Usings(IEnumerable<string> namespaces, params IEnumerable<string> platform) =>
        namespaces
            .Concat(platform.Select(part => $"{Namespace}.Platform.{part}"))
            .Where(one => one != ContractsNamespace)
            .Distinct()
            .Order(StringComparer.OrdinalIgnoreCase);
}
