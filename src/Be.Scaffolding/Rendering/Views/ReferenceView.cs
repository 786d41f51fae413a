using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>A field's reference as the templates see it.</summary>
internal sealed class ReferenceView
{
    private readonly ReferenceType type;
    private readonly string idType;
    private readonly string variable;
    private readonly bool isLookedUp;

    private ReferenceView(Solution solution, Module from, Entity owner, Field field, Module to, Entity target)
    {
        type = (ReferenceType)field.Type;
        Namespace = solution.Namespace;
        TargetModule = to.Name.Pascal;
        TargetName = target.Name;
        TargetPlural = target.Plural;
        TargetSchema = to.Name.Snake;
        IsForeign = to.Name != from.Name;
        IsTargetHidden = target.HidesDeleted;
        IsTargetOwned = target.IsOwned;
        isLookedUp = IsForeign || solution.Layout == Layout.Hexagonal;
        variable = SliceNames.Row(owner.Name);
        IsSelf = !IsForeign && target.Name == owner.Name;
        Required = !field.Nullable;
        Property = field.Name.Then("id").Pascal;
        Name = field.Name.Pascal;
        Json = field.Name.Then("id").Camel;
        Variable = CSharp.Variable(field.Name.Camel);
        IncludeName = field.Name.Camel;
        TargetStore = SliceNames.Store(target.Name, target.Plural);
        TargetService = target.Name.Pascal + (solution.Layout == Layout.Hexagonal ? "UseCases" : "Store");
        var places = SlicePlaces.Of(solution, to.Name, target.Plural);
        ContractsNamespace = places.Contracts.Namespace;
        ServiceNamespace = solution.Layout == Layout.Hexagonal ? $"{places.Lookup.Namespace}.{target.Plural}" : places.Store.Namespace;
        ListSegment = SegmentOf(owner, field);
        ListWords =
            field.Name == target.Name
                ? $"{owner.Plural.Words} of {IndefiniteArticle.Of(TargetWords)} {TargetWords}"
                : $"{owner.Plural.Words} that have {IndefiniteArticle.Of(TargetWords)} {TargetWords} as {field.Name.Words}";
        idType = solution.Options.Ids == Ids.Uuid ? "Guid" : "long";
        PluralVariable = char.ToLowerInvariant(TargetPlural.Pascal[0]) + TargetPlural.Pascal[1..];
    }

    public string Namespace { get; }
    public string TargetModule { get; }
    public Name TargetName { get; }
    public Name TargetPlural { get; }
    public string TargetSchema { get; }
    public string Target => TargetName.Pascal;
    public string TargetPluralName => TargetPlural.Pascal;
    public string TargetWords => TargetName.Words;
    public string TargetTable => $"{Sql.Quote(TargetSchema)}.{Sql.Quote(TargetPlural.Snake)}";
    public string TargetTableName => TargetPlural.Snake;

    /// <summary>Whether the target belongs to another module: then there is no foreign key.</summary>
    public bool IsForeign { get; }

    /// <summary>Whether its target is only hidden when it is deleted.</summary>
    public bool IsTargetHidden { get; }

    /// <summary>Whether rows of its target belong to who created them.</summary>
    public bool IsTargetOwned { get; }

    public bool IsSelf { get; }
    public bool Required { get; }
    public string Property { get; }
    public string Name { get; }
    public string Json { get; }
    private string PluralVariable { get; }

    public string LookupVariable => PluralVariable + "Lookup";

    /// <summary>The type that knows whether it leads to a row, where no foreign key does.</summary>
    public string Checker => isLookedUp ? $"I{Target}Lookup" : TargetService;

    public string CheckerVariable => isLookedUp ? LookupVariable : PluralVariable + "Store";

    /// <summary>Whether it leads nowhere, as that type knows.</summary>
    public string Missing =>
        Required ? MissingAt($"{variable}.{Property}") : $"{variable}.{Property} is {{ }} {Variable} && {MissingAt(Variable)}";

    private string MissingAt(string id) =>
        isLookedUp
            ? $"!await {CheckerVariable}.ExistsAsync({id}, cancellationToken)"
            : $"await {CheckerVariable}.FindAsync({id}, cancellationToken) is null";

    public string Variable { get; }

    /// <summary>What callers ask for to have the row that it leads to.</summary>
    public string IncludeName { get; }

    /// <summary>What the permissions are called that callers need for such rows.</summary>
    public string TargetPermission => TargetPlural.Kebab;

    /// <summary>The variable that holds <see cref="TargetService"/>.</summary>
    public string TargetStore { get; }

    /// <summary>The type that endpoints get such rows from.</summary>
    public string TargetService { get; }

    public string ServiceNamespace { get; }
    public string ContractsNamespace { get; }

    /// <summary>The ids that rows have in it.</summary>
    public string ReferredIds => $"rows.Select(row => row.{Property})" + (Required ? "" : $".OfType<{idType}>()");

    /// <summary>The row that it leads to, among those that were found.</summary>
    public string Included =>
        Required
            ? $"found{Name}.GetValueOrDefault(row.{Property})?.ToResponse()"
            : $"row.{Property} is {{ }} {Json} ? found{Name}.GetValueOrDefault({Json})?.ToResponse() : null";

    /// <summary>The address of the list of those that refer to one row, as the OpenAPI document has it.</summary>
    public string ListPath => $"/api/v1/{TargetPlural.Kebab}/{{{Json}}}/{ListSegment}";

    /// <summary>The same as a route.</summary>
    public string ListRoute => ListPath.Replace("}", idType == "Guid" ? ":guid}" : ":long}", StringComparison.Ordinal);

    /// <summary>The same in an <c>.http</c> file.</summary>
    public string ListExample => ListPath.Replace($"{{{Json}}}", "{{id}}", StringComparison.Ordinal);

    /// <summary>What the address ends with.</summary>
    public string ListSegment { get; }

    /// <summary>Whether there is such a list.</summary>
    public bool IsListed => !IsForeign && Field.IsFiltered;

    /// <summary>What it lists.</summary>
    public string ListWords { get; }

    public FieldView Field { get; private set; } = null!;
    public bool IsUnique => Field.Field.Unique;
    public int Ordinal => Field.Ordinal;

    public bool IsRestrict => type.OnDelete == OnDelete.Restrict;
    public bool IsCascade => type.OnDelete == OnDelete.Cascade;
    public bool IsSetNull => type.OnDelete == OnDelete.SetNull;
    public string OnDeleteSql =>
        type.OnDelete switch
        {
            OnDelete.Cascade => "cascade",
            OnDelete.SetNull => "set null",
            _ => "restrict",
        };

    /// <summary>The reference that a field is, or null when it is none.</summary>
    public static ReferenceView? Of(Solution solution, Module module, Entity owner, Field field)
    {
        if (field.Type is not ReferenceType type)
            return null;

        var target = type.Module is null ? module : solution.Modules.Single(other => other.Name.Pascal == type.Module);
        return new ReferenceView(
            solution,
            module,
            owner,
            field,
            target,
            target.Entities.Single(entity => entity.Name.Pascal == type.Entity)
        );
    }

    /// <summary>
    /// What the address ends with of the list of those that refer to one row. The first reference to an entity has the plain plural, so that a
    /// later one changes no address.
    /// </summary>
    internal static string SegmentOf(Entity owner, Field field)
    {
        var first = owner.Fields.First(other => other.Type is ReferenceType type && IsSameTarget(type, (ReferenceType)field.Type));
        return first == field ? owner.Plural.Kebab : $"{owner.Plural.Kebab}-as-{field.Name.Kebab}";
    }

    private static bool IsSameTarget(ReferenceType one, ReferenceType other) => (one.Module, one.Entity) == (other.Module, other.Entity);

    internal void Attach(FieldView field) => Field = field;
}
