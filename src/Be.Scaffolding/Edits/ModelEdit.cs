using System.Collections.Immutable;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rules;

namespace Be.Scaffolding.Edits;

/// <summary>What the commands do to a model. A model that already is as asked comes back equal.</summary>
public static class ModelEdit
{
    /// <summary>The model with a module of that name.</summary>
    /// <exception cref="UserError">The name cannot be a module's.</exception>
    public static Solution AddModule(Solution solution, Name name) =>
        Find(solution, name) >= 0
            ? solution
            : ModelRules.Checked(solution with { Modules = solution.Modules.Add(new Module(name, [])) }, file: null);

    /// <summary>The model with an entity of that name that has at least these fields, sorts and traits.</summary>
    /// <param name="solution">The model.</param>
    /// <param name="module">Null: the only module; when there is none, one named after the solution is made.</param>
    /// <param name="entity">Its name, singular.</param>
    /// <param name="plural">Null: as English has it, or as the entity has it already.</param>
    /// <param name="traits">Traits to add.</param>
    /// <param name="sorts">Sorts to add.</param>
    /// <param name="fields">Fields to add; one that is there already is defined so from now on.</param>
    /// <exception cref="UserError">The module is not clear, the entity is there with another plural, or a rule is broken.</exception>
    public static Solution AddEntity(
        Solution solution,
        Name? module,
        Name entity,
        Name? plural,
        ImmutableArray<string> traits,
        ImmutableArray<string> sorts,
        ImmutableArray<Field> fields
    )
    {
        RefuseTwice(entity, fields);
        var name = module ?? ModuleChoice.Of(solution, entity);
        var withModule = ModuleChoice.With(solution, name);
        var m = Find(withModule, name);
        var own = withModule.Modules[m];
        var e = own.Entities.Select(other => other.Name).ToList().IndexOf(entity);
        var entities =
            e < 0
                ? own.Entities.Add(new Entity(entity, plural ?? Plural.Of(entity), traits, sorts, fields))
                : own.Entities.SetItem(e, new EntityGrowth(own.Entities[e]).With(plural, traits, sorts, fields));
        return ModelRules.Checked(
            withModule with
            {
                Modules = withModule.Modules.SetItem(m, own with { Entities = entities }),
            },
            file: null
        );
    }

    internal static int Find(Solution solution, Name module) => solution.Modules.Select(other => other.Name).ToList().IndexOf(module);

    private static void RefuseTwice(Name entity, ImmutableArray<Field> fields)
    {
        var twice = fields.GroupBy(field => field.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw UserError.InArguments(
                $"{entity} would have the field {twice.Key.Camel} twice: '{twice.First()}' and '{twice.Last()}'.",
                $"Leave one of them out, or give it another name, such as {twice.Key.Camel}2."
            );
        }
    }
}
