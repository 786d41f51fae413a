using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>An entity as the templates see it.</summary>
internal sealed partial class EntityView
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

    /// <summary>Whether the store stands behind an interface of the application.</summary>
    public bool HasPort { get; }

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

    public IReadOnlyList<FieldView> Fields { get; }

    public string Entity => Model.Name.Pascal;
    public string Entities => Model.Plural.Pascal;
    public string Words => Model.Name.Words;
    public string PluralWords => Model.Plural.Words;
    public string Article => IndefiniteArticle.Of(Words);
    public string CapitalArticle => Article == "an" ? "An" : "A";
    public string Route => "/api/v1/" + Model.Plural.Kebab;
    public string Variable { get; }
    public string Store { get; }

    public string IdType => IsUuid ? "Guid" : "long";
    public string IdRoute => IsUuid ? "{id:guid}" : "{id:long}";
    public string IdGetter => IsUuid ? "GetGuid" : "GetInt64";

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

    public bool HasInvariants => Fields.Any(column => column.Invariant is not null);

    private IReadOnlyList<string> InsertColumns =>
        [.. Fields.Select(column => column.Column), .. IsUuid ? (string[])["id"] : [], .. IsOwned ? (string[])["owner_id"] : []];

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
