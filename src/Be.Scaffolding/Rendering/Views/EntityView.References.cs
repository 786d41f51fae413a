using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <content>What it refers to, and what refers to it.</content>
internal sealed partial class EntityView
{
    /// <summary>Whether others ask if there is such a row: those of other modules that refer to it and, in a hexagon, of its own if it has owners.</summary>
    public bool IsLookedUp { get; }

    /// <summary>Whether entities of its module refer to it: they can be shown with it.</summary>
    public bool IsIncluded { get; }

    /// <summary>Whether it can be shown with entities that it refers to.</summary>
    public bool HasIncludes => LocalReferences.Any();

    /// <summary>All of them, as a caller asks for them.</summary>
    public string IncludeNames => string.Join(',', LocalReferences.Select(reference => reference.IncludeName));

    public IEnumerable<ReferenceView> References => Fields.Select(column => column.Reference).OfType<ReferenceView>();
    public IEnumerable<ReferenceView> LocalReferences => References.Where(reference => !reference.IsForeign);

    /// <summary>One for each entity that local references point to.</summary>
    public IEnumerable<ReferenceView> LocalTargets => LocalReferences.DistinctBy(reference => reference.Target);

    /// <summary>Local references with a list below the row that they lead to: those that lists may be filtered by.</summary>
    public IEnumerable<ReferenceView> ListedReferences => LocalReferences.Where(reference => reference.IsListed);

    /// <summary>Local references to other entities: whoever may read those is told by another permission.</summary>
    public IEnumerable<ReferenceView> OtherReferences => LocalReferences.Where(reference => !reference.IsSelf);

    public IEnumerable<ReferenceView> ForeignReferences => References.Where(reference => reference.IsForeign);

    /// <summary>References that no foreign key can check: to rows of other modules, and to rows that belong to their owners.</summary>
    public IEnumerable<ReferenceView> CheckedReferences => References.Where(reference => reference.IsForeign || reference.IsTargetOwned);

    /// <summary>One for each entity that they point to.</summary>
    public IEnumerable<ReferenceView> CheckedTargets =>
        CheckedReferences.DistinctBy(reference => (reference.TargetModule, reference.Target));

    public bool HasChecked => CheckedReferences.Any();

    /// <summary>Those to rows that belong to their owners.</summary>
    public IEnumerable<ReferenceView> OwnedReferences => References.Where(reference => reference.IsTargetOwned);

    /// <summary>What they lead to.</summary>
    public string CheckedWords =>
        (HasForeign, LocalCheckedTargets.Any()) switch
        {
            (true, true) => "those to rows of other modules, and to rows that must be the caller's",
            (true, false) => "those to rows of other modules",
            _ => "those to rows that must be the caller's",
        };

    private IEnumerable<ReferenceView> LocalCheckedTargets => CheckedTargets.Where(reference => !reference.IsForeign);

    /// <summary>The rows that a valid body needs first.</summary>
    public IEnumerable<ReferenceView> RequiredReferences => References.Where(reference => reference.Field.Required);

    /// <summary>References in this module whose target another test can create and delete.</summary>
    public IEnumerable<ReferenceView> Parents => LocalReferences;

    /// <summary>Those of them whose target is only hidden when it is deleted.</summary>
    public IEnumerable<ReferenceView> HiddenParents => Parents.Where(reference => reference.IsTargetHidden);

    private bool HasForeign => ForeignReferences.Any();

    public IEnumerable<string> ForeignModules =>
        ForeignReferences.Select(reference => reference.TargetModule).Distinct().Order(StringComparer.Ordinal);

    /// <summary>What another service owns is a plain id here.</summary>
    private static bool IsOutOfReach(Solution solution, ReferenceView reference) =>
        solution.Layout == Layout.Microservices && reference.IsForeign;
}
