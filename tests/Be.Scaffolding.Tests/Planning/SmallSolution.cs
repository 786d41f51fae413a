using Be.Scaffolding.Changes;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Rendering;
using Be.Scaffolding.Rendering.Migrations;
using Be.Scaffolding.Writing;

namespace Be.Scaffolding.Tests.Planning;

/// <summary>A solution on disk whose slices are small enough to read in a test: a file an entity, a registry and a project a module.</summary>
internal sealed class SmallSolution : IDisposable
{
    public const string OrderFile = "src/Sales/Order.txt";
    public const string Registry = "src/Sales/Sales.g.txt";

    private readonly Scaffolder _scaffolder;

    public SmallSolution()
    {
        _scaffolder = new Scaffolder(Files, Migrations);
        Folder.Write("be.json", BeJson.Write(Models.Shop));
    }

    public TemporaryFolder Folder { get; } = new();

    public DateTimeOffset Now { get; set; } = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);

    /// <summary>What a newer version of the tool would write at the top of each file.</summary>
    public string Header { get; set; } = "";

    public ChangeSet Plan(Solution after) => _scaffolder.Plan(Folder.Path, after, Now);

    public ChangeSet Apply(Solution after, OnConflict onConflict = OnConflict.Refuse)
    {
        var changes = Plan(after);
        ChangeWriter.Write(Folder.Path, changes, onConflict);
        return changes;
    }

    /// <summary>The kind and path of each visible change, as the tool prints them.</summary>
    public static IEnumerable<string> Lines(ChangeSet changes) =>
        changes.Visible.Select(change => $"{change.Kind.ToString().ToLowerInvariant()} {change.Path}");

    public void Dispose() => Folder.Dispose();

    private IReadOnlyList<SliceFile> Files(Solution solution) =>
        [
            .. solution.Modules.SelectMany(module =>
                module.Entities.Select(entity => new SliceFile(
                    $"src/{module.Name}/{entity.Name}.txt",
                    FileKind.Yours,
                    BeJson.Write(entity),
                    () => Header + EntityText(entity)
                ))
            ),
            .. solution.Modules.Select(module => new SliceFile(
                $"src/{module.Name}/{module.Name}.g.txt",
                FileKind.Owned,
                RegistryText(module),
                () => Header + RegistryText(module)
            )),
            .. solution.Modules.Select(module => new SliceFile(
                $"src/{module.Name}/Shop.{module.Name}.csproj",
                FileKind.Yours,
                module.Name.Pascal,
                () => "<Project />\n"
            )),
        ];

    private static string EntityText(Entity entity) =>
        $"class {entity.Name}\n\nbegin\n" + string.Concat(entity.Fields.Select(field => $"  {field}\n")) + "end\n";

    private static string RegistryText(Module module) => "owned\n" + string.Concat(module.Entities.Select(entity => $"{entity.Name}\n"));

    private static List<MigrationFile> Migrations(Solution? before, Solution after, Intent intent)
    {
        var known = before?.Modules.SelectMany(module => module.Entities).ToDictionary(entity => entity.Name.Pascal, BeJson.Write) ?? [];
        return
        [
            .. after
                .Modules.SelectMany(module => module.Entities)
                .Where(entity => known.GetValueOrDefault(entity.Name.Pascal) != BeJson.Write(entity))
                .Select(entity => new MigrationFile(
                    (known.ContainsKey(entity.Name.Pascal) ? "change_" : "create_") + entity.Plural.Snake,
                    $"-- {BeJson.Write(entity)}",
                    Solution.MigrationsOfAll
                )),
        ];
    }
}
