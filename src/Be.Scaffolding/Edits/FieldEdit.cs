using System.Collections.Immutable;
using Be.Scaffolding.Changes;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rules;

namespace Be.Scaffolding.Edits;

/// <summary>Takes fields out of an entity that exists.</summary>
public static class FieldEdit
{
    /// <summary>The model without these fields, and without the sorts that name them.</summary>
    /// <param name="solution">The model.</param>
    /// <param name="module">Null: the only module.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="fields">The names of the fields.</param>
    /// <returns>The model, and what it does not tell by itself.</returns>
    /// <exception cref="UserError">There is no such entity or field, or a rule is broken.</exception>
    public static (Solution Model, Intent Intent) Remove(Solution solution, Name? module, Name entity, ImmutableArray<Name> fields)
    {
        if (fields.IsEmpty)
            return (solution, Intent.None);
        var (m, e) = Find(solution, module ?? ModuleChoice.Of(solution, entity), entity);
        var own = solution.Modules[m];
        var before = own.Entities[e];
        foreach (var name in fields)
            Known(before, name);
        var members = before.Fields.Where(field => fields.Contains(field.Name)).Select(field => field.Member.Camel).ToHashSet();
        var after = before with
        {
            Fields = [.. before.Fields.Where(field => !fields.Contains(field.Name))],
            Sorts = [.. before.Sorts.Where(sort => !SortKey.ParseAll(sort).Any(key => members.Contains(key.Name)))],
        };
        var model = solution with { Modules = solution.Modules.SetItem(m, own with { Entities = own.Entities.SetItem(e, after) }) };
        return (
            ModelRules.Checked(model, file: null),
            new Intent([], [.. fields.Select(name => new FieldRemoval(own.Name, entity, name))])
        );
    }

    private static (int Module, int Entity) Find(Solution solution, Name module, Name entity)
    {
        var m = ModelEdit.Find(solution, module);
        var names = m < 0 ? [] : solution.Modules[m].Entities.Select(other => other.Name).ToList();
        return names.IndexOf(entity) is >= 0 and var e
            ? (m, e)
            : throw UserError.InArguments(
                $"There is no entity {entity} in {module}.",
                Nearest.To(entity.Pascal, names.Select(name => name.Pascal)) is { } near ? $"Write: --entity {near}"
                    : names.Count == 0 ? $"Make it first: be scaffold api --entity {entity}"
                    : $"Name one of {string.Join(", ", names)}."
            );
    }

    private static Field Known(Entity entity, Name name) =>
        entity.Fields.FirstOrDefault(field => field.Name == name)
        ?? throw UserError.InArguments(
            $"{entity.Name} has no field {name.Camel}.",
            Nearest.To(name.Camel, entity.Fields.Select(field => field.Name.Camel)) is { } near ? $"Write: {near}"
                : entity.Fields.IsEmpty ? "It has none at all."
                : $"Name one of {string.Join(", ", entity.Fields.Select(field => field.Name.Camel))}."
        );
}
