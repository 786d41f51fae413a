using System.Collections.Immutable;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rules;

namespace Be.Scaffolding.Edits;

/// <summary>Adds to an entity that exists, and defines fields otherwise. Leaving a field out never removes it.</summary>
internal sealed class EntityGrowth(Entity entity)
{
    private const string Later = "That comes with a later version; write a migration with 'be migration add' meanwhile.";

    /// <summary>What to do about a trait that comes too late.</summary>
    public const string OnlyNew =
        "Only a new entity takes it: its table and what refers to it are made for it. Scaffold one of another name with it, and move the rows there.";

    public Entity With(Name? plural, ImmutableArray<string> traits, ImmutableArray<string> sorts, ImmutableArray<Field> fields)
    {
        if (plural is not null && plural != entity.Plural)
            throw UserError.InArguments($"{entity.Name} exists with the plural {entity.Plural}; {plural} would rename its table.", Later);
        if (traits.FirstOrDefault(ComesTooLate) is { } late)
            throw UserError.InArguments($"{entity.Name} exists without the trait '{late}'.", OnlyNew);
        return entity with
        {
            Traits = [.. entity.Traits, .. traits.Except(entity.Traits)],
            Sorts = [.. entity.Sorts, .. sorts.Except(entity.Sorts)],
            Fields =
            [
                .. entity.Fields.Select(field => fields.FirstOrDefault(other => other.Name == field.Name) ?? field),
                .. fields.Where(IsNew),
            ],
        };
    }

    // What is no trait at all, the rules say.
    private bool ComesTooLate(string trait) =>
        ReservedNames.Traits.Contains(trait) && !entity.Traits.Contains(trait) && !ReservedNames.CanBeAdded(trait);

    private bool IsNew(Field field) => entity.Fields.All(other => other.Name != field.Name);
}
