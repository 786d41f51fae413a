using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>An entity as the templates see it.</summary>
internal sealed class EntityView
{
    public EntityView(Solution solution, Module module, Entity entity)
    {
        Model = entity;
        Module = module.Name;
        SolutionName = solution.Name;
        AccountsPort = HostPort.OfAccounts(solution);
        Namespace = solution.Namespace;
        Port = HostPort.Of(solution, module);
        Migrations = solution.MigrationsOf(module.Name);
        Places = SlicePlaces.Of(solution, module.Name, entity.Plural);
        HasPort = solution.Layout == Layout.Hexagonal;
        AreSamplesElsewhere = solution.Layout == Layout.Microservices;
        HasAccounts = solution.Options.Auth == Auth.Accounts;
        Version = HasPort ? Free(entity, "Version", "RowVersion", "Xmin") : "Xmin";
        IsUuid = solution.Options.Ids == Ids.Uuid;
        Variable = SliceNames.Row(entity.Name);
        Store = SliceNames.Store(entity.Name, entity.Plural);
        IsIncluded = module.Entities.Any(other =>
            other.Fields.Any(field => field.Type is ReferenceType { Module: null } reference && reference.Entity == entity.Name.Pascal)
        );
        IsLookedUp =
            (
                solution.Layout != Layout.Microservices
                && solution.Modules.Any(other =>
                    other.Name != module.Name
                    && other.Entities.Any(one =>
                        one.Fields.Any(field =>
                            field.Type is ReferenceType reference
                            && reference.Module == module.Name.Pascal
                            && reference.Entity == entity.Name.Pascal
                        )
                    )
                )
            ) || (solution.Layout == Layout.Hexagonal && entity.IsOwned && IsIncluded);
        Fields =
        [
            .. entity.Fields.Select(
                (field, index) =>
                    new FieldView(
                        field,
                        entity,
                        ReferenceView.Of(solution, module, entity, field) is { } reference && !IsOutOfReach(solution, reference)
                            ? reference
                            : null,
                        solution.Options.Ids,
                        Variable,
                        index + 1
                    )
            ),
        ];
        Sorts = SortView.Declared(this, entity.Sorts, [.. SimpleSorts.Select(sort => sort.Text)]);
    }

    public Entity Model { get; }
    public Name Module { get; }
    public string SolutionName { get; }
    public string Namespace { get; }
    public SlicePlaces Places { get; }
    public string Migrations { get; }
    public int Port { get; }
    public string EntityNamespace => Places.Entity.Namespace;
    public string ContractsNamespace => Places.Contracts.Namespace;
    public string StoreNamespace => Places.Store.Namespace;
    public string LookupNamespace => Places.Lookup.Namespace;
    public string TestsNamespace => Places.Tests.Namespace;
    public string SamplesNamespace => Places.Samples.Namespace;

    /// <summary>Whether the samples are not in the project that all tests share.</summary>
    public bool AreSamplesElsewhere { get; }

    /// <summary>Whether the store stands behind an interface of the application.</summary>
    public bool HasPort { get; }

    public string PortNamespace => $"{Places.Lookup.Namespace}.{Entities}";

    /// <summary>Where the type is that its endpoints call.</summary>
    private string ServiceNamespace => HasPort ? PortNamespace : StoreNamespace;

    /// <summary>Where the types are that its module registers.</summary>
    public IEnumerable<string> RegisteredNamespaces =>
        [ContractsNamespace, StoreNamespace, .. HasPort ? (string[])[PortNamespace] : [], .. IsLookedUp ? (string[])[LookupNamespace] : []];

    /// <summary>Whether callers log in, and need permissions.</summary>
    public bool HasAccounts { get; }

    /// <summary>What the permissions are called that callers need: this, and what they do.</summary>
    public string Permission => Model.Plural.Kebab;

    /// <summary>Whether rows belong to who created them, and nobody else sees them.</summary>
    public bool IsOwned => Model.IsOwned;

    /// <summary>Whether writes to its table are recorded.</summary>
    public bool IsAudited => Model.IsAudited;

    /// <summary>Whether deleting only hides a row.</summary>
    public bool HidesDeleted => Model.HidesDeleted;

    /// <summary>What SQL adds to a condition, so that it holds for no deleted row.</summary>
    public string AndLive => HidesDeleted ? " and deleted_at is null" : "";

    public string StoreAccess => HasPort ? "public" : "internal";

    /// <summary>The property that holds the row's version: PostgreSQL's name for it, but a word of the domain where that must not know PostgreSQL.</summary>
    public string Version { get; }

    /// <summary>Runs the command that writes a row.</summary>
    public string RunChange => Translated("command.FindAsync(Read, cancellationToken)");

    /// <summary>Runs the command that deletes one.</summary>
    public string RunDelete =>
        Translated(
            $"command.With(id).WithXmins(versions){(IsOwned ? ".With(caller.Id)" : "")}.ExecuteAsync(cancellationToken)",
            ", RefusalReason.StillReferredTo"
        );

    public bool IsUuid { get; }

    /// <summary>Whether others ask if there is such a row: those of other modules that refer to it and, in a hexagon, of its own if it has owners.</summary>
    public bool IsLookedUp { get; }

    /// <summary>Whether entities of its module refer to it: they can be shown with it.</summary>
    public bool IsIncluded { get; }

    /// <summary>Whether it can be shown with entities that it refers to.</summary>
    public bool HasIncludes => LocalReferences.Any();

    /// <summary>All of them, as a caller asks for them.</summary>
    public string IncludeNames => string.Join(',', LocalReferences.Select(reference => reference.IncludeName));

    public IReadOnlyList<FieldView> Fields { get; }

    /// <summary>The sorts that it declares, beside those by one field that has an index anyway.</summary>
    public IReadOnlyList<SortView> Sorts { get; }

    /// <summary>The sorts by one field.</summary>
    public IEnumerable<SortView> SimpleSorts =>
        [
            SortView.Of(this, "id"),
            .. Fields.Where(column => column.IsSorted).Select(column => SortView.Of(this, column.Json)),
            SortView.Of(this, "createdAt"),
        ];

    public IEnumerable<SortView> AllSorts => SimpleSorts.Concat(Sorts);

    /// <summary>What lists are filtered and sorted by.</summary>
    public IEnumerable<ListFieldView> ListFields =>
        [
            new("id", "Id", "FilterAndSort", "id", false),
            .. Fields.Where(column => column.IsFiltered).Select(ListFieldView.Of),
            new("createdAt", "CreatedAt", "FilterAndSort", "created_at", false),
            new("updatedAt", "UpdatedAt", "Filter", "updated_at", false),
        ];

    public IReadOnlyList<string> ListColumnLines =>
        Wrap([.. IsOwned ? (string[])["\"owner_id\""] : [], .. ListFields.Select(column => column.ColumnLiteral)]);

    /// <summary>Fields that a sample has a value of, and that lists are filtered by.</summary>
    public IEnumerable<FieldView> FilteredSamples => SampleFields.Where(column => column.IsFiltered);

    public IEnumerable<FieldView> RangedSamples => FilteredSamples.Where(column => column.IsRanged);
    public IEnumerable<FieldView> SearchedSamples => FilteredSamples.Where(column => column.IsSearched && column.TextLimit is 0 or >= 3);

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

    public string Entity => Model.Name.Pascal;
    public string Entities => Model.Plural.Pascal;
    public string Words => Model.Name.Words;
    public string PluralWords => Model.Plural.Words;
    public string Host { get; } = "{{host}}";

    /// <summary>Where callers log in; a service does not know how, but one.</summary>
    public string LogInHost => AccountsPort is null ? Host : "{{accounts}}";

    /// <summary>Where that is on a developer's machine, if elsewhere.</summary>
    public int? AccountsPort { get; }

    public string IdReference { get; } = "{{id}}";
    public string KeyReference { get; } = "{{$guid}}";
    public string EmailReference { get; } = "{{$processEnv Accounts__Administrator__Email}}";
    public string PasswordReference { get; } = "{{$processEnv Accounts__Administrator__Password}}";
    public string TokenReference { get; } = "{{logIn.response.body.$.accessToken}}";
    public string TagReference { get; } = "{{etag}}";
    public string ExampleBody => Example(Fields.Where(column => column.Reference is null || column.Required));
    public string ExamplePatch => Example(Fields.Where(column => column.Reference is null).Take(1));
    public string Article => IndefiniteArticle.Of(Words);
    public string CapitalArticle => Article == "an" ? "An" : "A";
    public string Route => "/api/v1/" + Model.Plural.Kebab;
    public string Variable { get; }
    public string Store { get; }

    public string IdType => IsUuid ? "Guid" : "long";
    public string IdRoute => IsUuid ? "{id:guid}" : "{id:long}";
    public string IdGetter => IsUuid ? "GetGuid" : "GetInt64";
    public string NoId => IsUuid ? "0197a5d0-0000-7000-8000-000000000000" : "9000000000000000000";

    public string Schema => Module.Snake;
    public string TableName => Model.Plural.Snake;
    public string Table => $"{Sql.Quote(Schema)}.{Sql.Quote(TableName)}";
    public bool HasFields => Fields.Count > 0;
    public string TableText => $"{Schema}.{TableName}";
    public string EscapedTable => CSharp.Escaped(Table);
    public IReadOnlyList<string> ColumnLines => Wrap(["id", .. Fields.Select(column => column.Column), "created_at", "updated_at", "xmin"]);
    public bool HasInsertColumns => InsertColumns.Count > 0;
    public IReadOnlyList<string> InsertLines => Wrap(InsertColumns);
    public string InsertValues => string.Join(", ", Enumerable.Range(1, InsertColumns.Count).Select(number => "$" + number));
    public IReadOnlyList<string> AssignmentLines =>
        Wrap([.. Fields.Select(column => $"{column.Column} = {column.Parameter}"), "updated_at = now()"]);

    public string BindCall => HasFields ? $"Bind(command, {Variable})" : "command";
    public string IdParameter => "$" + (Fields.Count + 1);
    public string XminParameter => "$" + (Fields.Count + 2);
    public string OwnerParameter => "$" + (Fields.Count + 3);
    public int CreatedAtOrdinal => Fields.Count + 1;
    public int UpdatedAtOrdinal => Fields.Count + 2;
    public int XminOrdinal => Fields.Count + 3;

    public IEnumerable<FieldView> Enums => Fields.Where(column => column.IsEnum);
    public IEnumerable<ReferenceView> References => Fields.Select(column => column.Reference).OfType<ReferenceView>();
    public IEnumerable<ReferenceView> LocalReferences => References.Where(reference => !reference.IsForeign);

    /// <summary>One for each entity that local references point to.</summary>
    public IEnumerable<ReferenceView> LocalTargets => LocalReferences.DistinctBy(reference => reference.Target);

    /// <summary>Local references with a list below the row that they lead to: those that lists may be filtered by.</summary>
    public IEnumerable<ReferenceView> ListedReferences => LocalReferences.Where(reference => reference.IsListed);

    /// <summary>Local references to other entities: whoever may read those is told by another permission.</summary>
    public IEnumerable<ReferenceView> OtherReferences => LocalReferences.Where(reference => !reference.IsSelf);

    public IEnumerable<ReferenceView> ForeignReferences => References.Where(reference => reference.IsForeign);

    /// <summary>One for each entity that foreign references point to.</summary>
    public IEnumerable<ReferenceView> ForeignTargets =>
        ForeignReferences.DistinctBy(reference => (reference.TargetModule, reference.Target));

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

    public IEnumerable<FieldView> SampleFields => Fields.Where(column => column.Reference is null || column.Required);
    public string BodyCall => RequiredReferences.Any() ? "await BodyAsync(api)" : "Body()";
    public string BodyExpression => RequiredReferences.Any() ? $"await {Entity}Samples.BodyAsync(api)" : $"{Entity}Samples.Body()";

    /// <summary>What holds for the rows of a list, whatever is asked for.</summary>
    public string WhereListed =>
        (IsOwned, HidesDeleted) switch
        {
            (true, _) => $" where owner_id = '{Guid.Empty}'{AndLive}",
            (false, true) => " where deleted_at is null",
            _ => "",
        };

    /// <summary>A body that another user may send.</summary>
    public string OthersBody => RequiredReferences.Any() ? $"await {Entity}Samples.BodyAsync(other)" : $"{Entity}Samples.Body()";

    public string NoIdValue => IsUuid ? $"Guid.Parse(\"{NoId}\")" : NoId;
    public string NoIdJson => IsUuid ? $"\"{NoId}\"" : NoId;

    /// <summary>References in this module whose target another test can create and delete.</summary>
    public IEnumerable<ReferenceView> Parents => LocalReferences;

    /// <summary>Those of them whose target is only hidden when it is deleted.</summary>
    public IEnumerable<ReferenceView> HiddenParents => Parents.Where(reference => reference.IsTargetHidden);

    public IEnumerable<FieldView> Uniques => Fields.Where(column => column.Field.Unique && column.Reference is null);
    public IEnumerable<FieldView> Texts => Fields.Where(column => column.TextLimit > 0);
    public IEnumerable<FieldView> Lists => Fields.Where(column => column.ItemLimit > 0);
    public IEnumerable<RefusalView> Refusals => Fields.SelectMany(column => column.Refusals);

    /// <summary>What null clears; a field with a default goes back to that instead.</summary>
    public IEnumerable<FieldView> Clearable => Fields.Where(column => column.Nullable && column.Default is null);

    public FieldView? Changeable => Fields.FirstOrDefault(column => column.Reference is null);

    public bool HasInvariants => Fields.Any(column => column.Invariant is not null);

    public bool UsesJson =>
        Fields.Any(column =>
            column.Field.Type is ScalarType { Scalar: Scalar.Json } or ArrayType { Item: ScalarType { Scalar: Scalar.Json } }
        );
    public bool UsesUsings => UsesJson || UsesJsonNames;
    public bool UsesJsonb => Fields.Any(column => column.Field.Type is ScalarType { Scalar: Scalar.Json });
    public bool HasForeign => ForeignReferences.Any();
    public IEnumerable<string> ForeignModules =>
        ForeignReferences.Select(reference => reference.TargetModule).Distinct().Order(StringComparer.Ordinal);

    public bool UsesEnumText => Enums.Any();
    public bool UsesAnnotations => Fields.Any(column => column.Required);
    public bool UsesJsonNames => Enums.Any(column => column.EnumValues.Any(value => value.NeedsText));

    private IReadOnlyList<string> InsertColumns =>
        [.. Fields.Select(column => column.Column), .. IsUuid ? (string[])["id"] : [], .. IsOwned ? (string[])["owner_id"] : []];

    /// <summary>What another service owns is a plain id here.</summary>
    private static bool IsOutOfReach(Solution solution, ReferenceView reference) =>
        solution.Layout == Layout.Microservices && reference.IsForeign;

    /// <summary>Namespaces as files beside the contracts name them, in the order that formatting wants.</summary>
    private IEnumerable<string> Usings(IEnumerable<string> namespaces, params IEnumerable<string> platform) =>
        namespaces
            .Concat(platform.Select(part => $"{Namespace}.Platform.{part}"))
            .Where(one => one != ContractsNamespace)
            .Distinct()
            .Order(StringComparer.OrdinalIgnoreCase);

    private string Translated(string statement, string brokenReference = "") =>
        HasPort ? $"refusals.TranslateAsync({statement}{brokenReference})" : statement;

    private static string Free(Entity entity, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (entity.Fields.All(field => field.Member.Pascal != name))
                return name;
        }

        throw new InvalidOperationException($"{entity.Name} has no name left for its version.");
    }

    private string Example(IEnumerable<FieldView> members)
    {
        var lines = members.Select(member => $"  \"{member.Json}\": {(member.Reference is null ? member.Example : NoIdJson)}").ToList();
        return lines.Count == 0 ? "{}" : "{\n" + string.Join(",\n", lines) + "\n}";
    }

    /// <summary>The items with commas between them, on lines of a readable length.</summary>
    private static List<string> Wrap(IReadOnlyList<string> items)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var (index, item) in items.Index())
        {
            var text = index == items.Count - 1 ? item : item + ",";
            if (line.Length > 0 && line.Length + text.Length > 100)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? text : $"{line} {text}";
        }

        lines.Add(line);
        return lines;
    }
}
