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
    public string SolutionXml => SecurityElement.Escape(solution.Name);
    public IReadOnlyList<EntityView> Entities { get; } = [.. module.Entities.Select(entity => new EntityView(solution, module, entity))];

    public bool HasLookups => Entities.Any(entity => entity.IsLookedUp);
    public IReadOnlyList<ConstraintView> Constraints => [.. Entities.SelectMany(ConstraintView.Of)];
    public bool HasConstraints => Constraints.Count > 0;

    /// <summary>The modules whose contracts this one implements or calls.</summary>
    public IReadOnlyList<string> ReferencedModules =>
        [
            .. Entities
                .SelectMany(entity => entity.ForeignModules)
                .Concat(HasLookups ? [Module] : [])
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
