using System.Collections.Immutable;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Changes;

/// <summary>What is otherwise in an entity that keeps its name.</summary>
internal static class EntityDifference
{
    /// <param name="before">As it was.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="newName">What a field is called from now on, if it was renamed.</param>
    public static ImmutableArray<EntityChange> Of(Entity before, Entity after, Func<Name, Name?> newName) =>
        [
            .. before.Fields.SelectMany(field => OfField(field, after, newName(field.Name))),
            .. Added(before, after, newName).Select(field => new FieldAdded(field)),
            .. before.Sorts.Except(after.Sorts).Select(sort => new SortRemoved(sort)),
            .. after.Sorts.Except(before.Sorts).Select(sort => new SortAdded(sort)),
            .. after.Traits.Except(before.Traits).Select(trait => new TraitAdded(trait)),
        ];

    private static IEnumerable<EntityChange> OfField(Field field, Entity after, Name? newName) =>
        after.Fields.FirstOrDefault(other => other.Name == (newName ?? field.Name)) switch
        {
            null => [new FieldRemoved(field)],
            var now when newName is not null => [new FieldRenamed(field, now)],
            var now => FieldDifference.Of(field, now),
        };

    private static IEnumerable<Field> Added(Entity before, Entity after, Func<Name, Name?> newName)
    {
        var known = before.Fields.Select(field => newName(field.Name) ?? field.Name).ToHashSet();
        return after.Fields.Where(field => !known.Contains(field.Name));
    }
}
