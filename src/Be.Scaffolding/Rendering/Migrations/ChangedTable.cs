using System.Collections.Immutable;
using Be.Scaffolding.Changes;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>The migrations of a table whose entity was changed, in the order in which they run.</summary>
/// <param name="before">The entity as it was.</param>
/// <param name="after">As it is to be.</param>
/// <param name="changes">What is otherwise.</param>
/// <param name="render">Makes a file of a template, a name and a view.</param>
internal sealed class ChangedTable(
    EntityView before,
    EntityView after,
    ImmutableArray<EntityChange> changes,
    Func<string, string, object, MigrationFile> render
)
{
    public IEnumerable<MigrationFile> Files() =>
        [.. AddFields(), .. changes.SelectMany(Of), .. new ChangedIndexes(before, after, RemovedColumns, render).Files()];

    private string Table => after.Table;

    private ImmutableArray<string> RemovedColumns => [.. changes.OfType<FieldRemoved>().Select(change => Before(change.Field).ColumnName)];

    private FieldView Before(Field field) => before.Fields.First(column => column.Field.Name == field.Name);

    private FieldView After(Field field) => after.Fields.First(column => column.Field.Name == field.Name);

    private IEnumerable<MigrationFile> AddFields()
    {
        FieldView[] added = [.. changes.OfType<FieldAdded>().Select(change => After(change.Field))];
        if (added.Length == 0)
            yield break;
        var addition = new AdditionView(after, added);
        var names = Sql.ConstraintName(addition.Names); // file names stay readable, and far from the limits of file systems
        var subjects = added.Select(column => column.Column);
        yield return On(subjects, render("add_columns", $"add_{names}_to_{after.TableName}", addition));
        if (addition.Constraints.Count > 0)
            yield return On(subjects, render("validate_constraints", $"validate_{names}_of_{after.TableName}", addition));
    }

    private IEnumerable<MigrationFile> Of(EntityChange change) =>
        change switch
        {
            FieldRemoved(var field) => Remove(Before(field)),
            BecameOptional(_, var field) => [Optional(After(field))],
            DefaultChanged(var one, var other) => [Default(Before(one), After(other))],
            LimitLoosened(var one, var other) => Check(Before(one), After(other), tightened: null),
            LimitTightened(var one, var other) tightened => Check(Before(one), After(other), tightened),
            OnDeleteChanged(var one, var other) => OnDelete(Before(one), After(other)),
            DigitsAdded(var one, var other) => [Digits(Before(one), After(other))],
            _ => [],
        };

    /// <summary>A row that a new program writes must not stop one from before, which reads the column until it goes.</summary>
    private IEnumerable<MigrationFile> Remove(FieldView field)
    {
        var removal = new RemovalView(before, field, RemovedColumns, GuardOf(field));
        if (removal.StandIn is { } standIn)
        {
            var view = new
            {
                Table,
                field.Column,
                field.ColumnName,
                IsStandIn = true,
                Up = $"set default {standIn}",
                Down = "drop default",
            };
            yield return Change("change_default", $"stand_in_for_{field.ColumnName}_of", field, view);
        }
        else if (field.Required)
        {
            var view = new
            {
                Table,
                field.Column,
                field.ColumnName,
                IsRemoved = true,
            };
            yield return Change("drop_not_null", $"stop_requiring_{field.ColumnName}_of", field, view);
        }
        yield return Change("drop_column", $"drop_{field.ColumnName}_of", field, removal) with
        {
            IsLater = true,
        };
    }

    private MigrationFile Optional(FieldView field) =>
        Change(
            "drop_not_null",
            $"stop_requiring_{field.ColumnName}_of",
            field,
            new
            {
                Table,
                field.Column,
                field.ColumnName,
                IsRemoved = false,
            }
        );

    private MigrationFile Default(FieldView one, FieldView other) =>
        Change(
            "change_default",
            $"change_default_of_{other.ColumnName}_of",
            other,
            new
            {
                Table,
                other.Column,
                other.ColumnName,
                IsStandIn = false,
                Up = DefaultOf(other),
                Down = DefaultOf(one),
            }
        );

    private static string DefaultOf(FieldView field) => field.Default is { } value ? $"set default {value.Sql}" : "drop default";

    private IEnumerable<MigrationFile> Check(FieldView one, FieldView other, LimitTightened? tightened)
    {
        var isLater = tightened is { IsReadable: true };
        if ((one.CheckName, one.CheckCondition) == (other.CheckName, other.CheckCondition))
            return [];
        var view = new ConstraintChangeView(Table, ColumnText.Checks(before, one).Single(), ColumnText.Checks(after, other).Single())
        {
            Forbidden = $"not ({(tightened is null ? one : other).CheckCondition})",
            IsLater = isLater,
            IsUnreadable = tightened is { IsReadable: false },
            IsNewToEnum = tightened is null && one.IsEnum,
        };
        return Replace($"change_check_of_{other.ColumnName}_of", other, view).Select(file => file with { IsLater = isLater });
    }

    private IEnumerable<MigrationFile> OnDelete(FieldView one, FieldView other)
    {
        if (ColumnText.ForeignKeys(after, other).SingleOrDefault() is { } foreignKey)
        {
            var view = new ConstraintChangeView(Table, ColumnText.ForeignKeys(before, one).Single(), foreignKey)
            {
                Target = other.Reference is { IsSelf: false } reference ? reference.TargetTable : null,
            };
            foreach (var file in Replace($"change_on_delete_of_{other.ColumnName}_of", other, view))
                yield return file;
        }
        if (GuardOf(one) is { } was && GuardOf(other) is { } now)
        {
            var view = new
            {
                Drop = SqlPart.DownOf(was),
                Create = SqlPart.WithoutAllowances(SqlPart.UpOf(now)),
                DropAgain = SqlPart.DownOf(now),
                CreateAgain = SqlPart.WithoutAllowances(SqlPart.UpOf(was)),
            };
            yield return Change("replace_guard", $"change_guard_of_{other.ColumnName}_of", other, view);
        }
    }

    private IEnumerable<MigrationFile> Replace(string what, FieldView field, ConstraintChangeView view) =>
        [Change("replace_constraint", what, field, view), Change("validate_constraints", $"validate_{field.ColumnName}_of", field, view)];

    private MigrationFile Digits(FieldView one, FieldView other) =>
        Change(
            "change_type",
            $"change_type_of_{other.ColumnName}_of",
            other,
            new
            {
                Table,
                other.Column,
                Up = other.SqlType,
                Down = one.SqlType,
            }
        );

    /// <summary>What sees to a reference whose target is only hidden when it is deleted; null for every other field.</summary>
    private string? GuardOf(FieldView field) =>
        field.Reference is { IsForeign: false, IsTargetHidden: true }
            ? render("guard_reference", "", new GuardView(before.Fields.Contains(field) ? before : after, field)).Text
            : null;

    private MigrationFile Change(string template, string what, FieldView field, object view) =>
        On([field.Column], render(template, $"{what}_{after.TableName}", view));

    private MigrationFile On(IEnumerable<string> columns, MigrationFile file) => file with { Table = Table, Things = [.. columns] };
}
