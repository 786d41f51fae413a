using System.Collections.Immutable;
using Be.Scaffolding.Changes;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>The migrations that take a database from one model to the next, in the order in which they run.</summary>
public sealed class MigrationPlanner
{
    private readonly TemplateRenderer renderer = new();
    private readonly Func<string, string> readTemplate;

    /// <summary>Plans with the templates that the tool carries.</summary>
    public MigrationPlanner()
        : this(ScaffoldTemplate.Read) { }

    internal MigrationPlanner(Func<string, string> readTemplate) => this.readTemplate = readTemplate;

    /// <summary>New modules, new entities, and what is otherwise in an entity; other changes are refused before it comes to this.</summary>
    /// <param name="before">Null: there was none.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="intent">What the two do not tell; null: nothing.</param>
    public IReadOnlyList<MigrationFile> Plan(Solution? before, Solution after, Intent? intent = null)
    {
        var known = before?.Modules.ToDictionary(module => module.Name) ?? [];
        var created = new List<EntityView>();
        var schemas = new List<MigrationFile>();
        var changes = new List<MigrationFile>();
        var guards = new List<MigrationFile>();
        var audits = new List<MigrationFile>();

        foreach (var module in after.Modules)
        {
            var old = known.GetValueOrDefault(module.Name);
            if (old is null && module.Name != after.AccountsService) // the base has that of the accounts
                schemas.Add(
                    Render(
                        "create_schema",
                        $"create_schema_{module.Name.Snake}",
                        new { Schema = Sql.Quote(module.Name.Snake) },
                        after.MigrationsOf(module.Name)
                    )
                );

            foreach (var entity in module.Entities)
            {
                var earlier = old?.Entities.FirstOrDefault(one => one.Name == entity.Name);
                if (earlier is null)
                    created.Add(new EntityView(after, module, entity));
                else if (
                    EntityDifference.Of(earlier, entity, field => intent?.NewName(module.Name, entity.Name, field)) is [_, ..] differences
                )
                    changes.AddRange(Changes(new EntityView(before!, old!, earlier), new EntityView(after, module, entity), differences));
                guards.AddRange(Guards(new EntityView(after, module, entity), earlier));
                if (entity.IsAudited && earlier is not { IsAudited: true })
                    audits.Add(Audit(new EntityView(after, module, entity)));
            }
        }

        var entitiesBefore = DatabasesWithEntities(before).ToList();
        foreach (var folder in DatabasesWithEntities(after))
        {
            // Where there are users, they are listed before there is any entity.
            var hasLists = after is { Options.Auth: Auth.Accounts, AccountsService: null } || entitiesBefore.Contains(folder);
            schemas.Add(
                Render("create_idempotency", "create_idempotency", new { }, folder) with
                {
                    IsUnlessThere = entitiesBefore.Contains(folder),
                }
            );
            schemas.Add(Render("create_lists", "create_lists", new { }, folder) with { IsUnlessThere = hasLists });
        }

        foreach (var folder in DatabasesWithSearches(after).Except(DatabasesWithSearches(before)))
            schemas.Add(Render("create_text_search", "create_text_search", new { }, folder));

        foreach (var folder in DatabasesWithAudits(after).Except(DatabasesWithAudits(before)))
            schemas.Add(Render("create_audit", "create_audit", new { Credentials = Field.CredentialColumns }, folder));

        foreach (var folder in DatabasesWithMessages(after).Except(DatabasesWithMessages(before)))
        {
            var hasArrivals = after.Options.Messaging == Messaging.RabbitMq;
            schemas.Add(Render("create_messaging", "create_messaging", new { HasArrivals = hasArrivals }, folder));
        }

        foreach (var folder in DatabasesWithJobs(after).Except(DatabasesWithJobs(before)))
            schemas.Add(Render("create_jobs", "create_jobs", new { }, folder));

        // Schemas, tables, fields: what comes later may refer to what came before.
        return [.. schemas, .. CreateTables(created), .. changes, .. guards, .. audits];
    }

    /// <summary>The folders of migrations of the databases that hold entities.</summary>
    private static IEnumerable<string> DatabasesWithEntities(Solution? solution) =>
        solution?.Modules.Where(module => !module.Entities.IsEmpty).Select(module => solution.MigrationsOf(module.Name)).Distinct() ?? [];

    /// <summary>The folders of migrations of the databases whose lists are searched for parts of texts.</summary>
    private static IEnumerable<string> DatabasesWithSearches(Solution? solution) =>
        (
            from module in solution?.Modules ?? []
            where module.Entities.Any(entity => new EntityView(solution!, module, entity).Fields.Any(column => column.IsSearched))
            select solution!.MigrationsOf(module.Name)
        ).Distinct();

    /// <summary>The folders of migrations of the databases that record who wrote what.</summary>
    private static IEnumerable<string> DatabasesWithAudits(Solution? solution) =>
        solution?.Modules.Where(module => module.HasAudits).Select(module => solution.MigrationsOf(module.Name)).Distinct() ?? [];

    /// <summary>The folders of migrations of the databases that hold messages.</summary>
    private static IEnumerable<string> DatabasesWithMessages(Solution? solution) =>
        solution?.Modules.Where(module => module.HasMessages).Select(module => solution.MigrationsOf(module.Name)).Distinct() ?? [];

    /// <summary>The folders of migrations of the databases that hold jobs.</summary>
    private static IEnumerable<string> DatabasesWithJobs(Solution? solution) =>
        solution?.Modules.Where(module => !module.Jobs.IsEmpty).Select(module => solution.MigrationsOf(module.Name)).Distinct() ?? [];

    private IEnumerable<MigrationFile> CreateTables(List<EntityView> entities)
    {
        var (ordered, late) = TableOrder.Of(entities);
        foreach (var entity in ordered)
        {
            var table = new TableView(entity, late);
            yield return Render("create_table", $"create_{entity.TableName}", table, entity.Migrations);
        }

        foreach (var field in late)
        {
            var entity = ordered.First(one => one.Fields.Contains(field));
            var name = ColumnText.Name(entity, field.ColumnName, "fkey");
            yield return Render(
                "add_foreign_key",
                $"refer_from_{entity.TableName}_to_{field.Reference!.TargetTableName}",
                new
                {
                    entity.Table,
                    Constraint = ColumnText.ForeignKeys(entity, field).Single(),
                    Name = name,
                },
                entity.Migrations
            );
            yield return Render(
                "validate_constraints",
                $"validate_{field.ColumnName}_of_{entity.TableName}",
                new { entity.Table, ConstraintNames = new[] { name } },
                entity.Migrations
            );
        }
    }

    private IEnumerable<MigrationFile> Changes(EntityView before, EntityView after, ImmutableArray<EntityChange> differences) =>
        new ChangedTable(before, after, differences, (template, name, view) => Render(template, name, view, after.Migrations)).Files();

    /// <summary>What a foreign key does not know of rows that are only hidden when they are deleted.</summary>
    private IEnumerable<MigrationFile> Guards(EntityView entity, Entity? earlier) =>
        from field in entity.Fields
        where
            field.Reference is { IsForeign: false, IsTargetHidden: true }
            && earlier?.Fields.Any(old => old.Name == field.Field.Name) is not true
        select Render(
            "guard_reference",
            $"guard_{field.ColumnName}_of_{entity.TableName}",
            new GuardView(entity, field),
            entity.Migrations
        );

    private MigrationFile Audit(EntityView entity) =>
        Render(
            "audit_table",
            $"audit_{entity.TableName}",
            new { Trigger = ColumnText.Name(entity, "audit"), entity.Table },
            entity.Migrations
        );

    private MigrationFile Render(string template, string name, object view, string folder) =>
        new(name, renderer.Render(template, readTemplate($"scaffold/migrations/{template}.sql.hbs"), view), folder);
}
