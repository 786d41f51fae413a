using System.Collections.Immutable;
using Be.Scaffolding.Changes;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering;
using Be.Scaffolding.Rendering.Migrations;

namespace Be.Scaffolding.Planning;

/// <summary>Plans how the files of a solution follow its model. Reads the disk and writes nothing.</summary>
/// <param name="files">The files that a model gives.</param>
/// <param name="migrations">The migrations from one model to the next.</param>
public sealed class Scaffolder(
    Func<Solution, IReadOnlyList<SliceFile>> files,
    Func<Solution?, Solution, Intent, IReadOnlyList<MigrationFile>> migrations
)
{
    /// <summary>With the templates of this tool.</summary>
    public Scaffolder()
        : this(new SolutionRenderer().Files, new MigrationPlanner().Plan) { }

    /// <summary>
    /// Starts on other threads what every new entity needs and what takes a while: the template engine and English plurals. Call it first.
    /// </summary>
    public static void WarmUp()
    {
        Task.Run(TemplateRenderer.WarmUp);
        Task.Run(Plural.WarmUp);
    }

    /// <summary>The changes that take the solution from the model as last applied to <paramref name="after"/>.</summary>
    /// <param name="root">The folder of be.json.</param>
    /// <param name="after">The model, checked.</param>
    /// <param name="now">The clock: migrations are versioned by it.</param>
    /// <param name="intent">What the two models do not tell; null: nothing.</param>
    /// <exception cref="UserError">The change of the model cannot be made, or a file cannot be read.</exception>
    public ChangeSet Plan(string root, Solution after, DateTimeOffset now, Intent? intent = null)
    {
        var before = AppliedModel.Read(root);
        return Plan(root, before, before, after, now, intent ?? Intent.None);
    }

    /// <summary>The same when an option is switched on, for which the base of the solution has files too.</summary>
    /// <param name="root">The folder of be.json.</param>
    /// <param name="after">The model with the option on.</param>
    /// <param name="difference">What the option adds to the base.</param>
    /// <param name="now">The clock.</param>
    /// <exception cref="UserError">The model was changed otherwise in a way that cannot be made, or a file cannot be read.</exception>
    public ChangeSet PlanSwitch(string root, Solution after, BaseDifference difference, DateTimeOffset now)
    {
        var before = AppliedModel.Read(root);
        var known = before is null ? null : before with { Options = after.Options };
        var changes = Plan(root, before, known, after, now, Intent.None);
        var planned = changes.Changes.Select(change => change.Path).ToHashSet(StringComparer.Ordinal);

        // What depends on the model too is already planned, from the model.
        var more = difference.Plan(root).Where(change => !planned.Contains(change.Path));
        return changes with { Changes = Ordered([.. changes.Changes, .. more]) };
    }

    private ChangeSet Plan(string root, Solution? before, Solution? known, Solution after, DateTimeOffset now, Intent intent)
    {
        var model = PlanModel(root, after);
        var differences = known is null ? [] : ModelDifference.Of(known, after, intent, isTyped: model.Kind != ChangeKind.Unchanged);
        var slices = PlanFiles(root, before, after).ToList();
        var projects = slices.Where(IsNewProject).Select(change => change.Path).ToList();
        IEnumerable<Change?> all =
        [
            .. slices,
            .. migrations(before, after, intent)
                .GroupBy(migration => migration.Folder)
                .SelectMany(folder => PlanMigrations(new MigrationPlan(root, folder.Key, now), folder, isFirst: before is null)),
            SolutionFile.Add(root, projects),
            model,
            PlanApplied(root, after),
        ];
        return new(Ordered(all.OfType<Change>())) { Differences = [.. differences] };
    }

    private static ImmutableArray<Change> Ordered(IEnumerable<Change> changes) =>
        [.. changes.OrderBy(change => change.Path, StringComparer.Ordinal)];

    private IEnumerable<Change> PlanFiles(string root, Solution? before, Solution after)
    {
        var plan = new FilePlan(root);
        var earlier = before is null ? [] : files(before).ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var file in files(after))
        {
            earlier.Remove(file.Path, out var known);
            foreach (var change in plan.Of(known, file))
                yield return change;
        }
        foreach (var change in earlier.Values.SelectMany(plan.End))
            yield return change;
    }

    /// <summary>Without a model applied, migrations may be there all the same: <c>.be/</c> may have been deleted.</summary>
    private static IEnumerable<Change> PlanMigrations(MigrationPlan plan, IEnumerable<MigrationFile> migrations, bool isFirst) =>
        plan.Of(
            migrations.Where(migration => migration.IsUnlessThere ? !plan.HasOneNamed(migration.Name) : !isFirst || !plan.Has(migration))
        );

    /// <summary>A be.json that holds the model already keeps the layout that its author gave it.</summary>
    private static Change PlanModel(string root, Solution after)
    {
        var disk = DiskText.Read(root, BeJson.FileName);
        var text = BeJson.Write(after);
        if (disk is null)
            return new Change(BeJson.FileName, ChangeKind.Create, null, text);
        return disk.Text == text || BeJson.Write(BeJson.Parse(disk.Text)) == text
            ? new Change(BeJson.FileName, ChangeKind.Unchanged, disk.Exact, disk.Exact)
            : new Change(BeJson.FileName, ChangeKind.Update, disk.Exact, disk.Like(text));
    }

    private static Change? PlanApplied(string root, Solution after)
    {
        var disk = DiskText.Read(root, AppliedModel.Path);
        var text = BeJson.Write(after);
        return disk?.Text == text
            ? null
            : new Change(AppliedModel.Path, disk is null ? ChangeKind.Create : ChangeKind.Update, disk?.Exact, text);
    }

    private static bool IsNewProject(Change change) =>
        change is { Kind: ChangeKind.Create, IsHidden: false } && change.Path.EndsWith(".csproj", StringComparison.Ordinal);
}
