using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>A reference names an entity that exists, and a first row can be made.</summary>
internal sealed class ReferenceRules(Solution solution, ModelPlaces places)
{
    private readonly Dictionary<(string Module, string Entity), Entity> _entities = solution
        .Modules.SelectMany(module => module.Entities.Select(entity => (module, entity)))
        .ToDictionary(pair => (pair.module.Name.Pascal, pair.entity.Name.Pascal), pair => pair.entity);

    /// <summary>The model, with the module left out of every reference within one.</summary>
    public Solution Resolved()
    {
        var modules = solution.Modules.Select(
            (module, m) =>
                module with
                {
                    Entities =
                    [
                        .. module.Entities.Select(
                            (entity, e) =>
                                entity with
                                {
                                    Fields = [.. entity.Fields.Select((field, f) => Resolved(field, module, places.Field(m, e, f)))],
                                }
                        ),
                    ],
                }
        );
        var resolved = solution with { Modules = [.. modules] };
        RequiredReferences.Check(resolved, places);
        return resolved;
    }

    private Field Resolved(Field field, Module module, Place place)
    {
        if (field.Type is not ReferenceType reference)
            return field;
        var target = reference.Module ?? module.Name.Pascal;
        if (!_entities.ContainsKey((target, reference.Entity)))
            throw place.Error($"there is no entity {reference.Entity} in {target}.", Instead(field, reference, module.Name.Pascal));
        if (target == module.Name.Pascal)
            return reference.Module is null ? field : field with { Type = reference with { Module = null } };
        if (reference.OnDelete != OnDelete.Restrict)
        {
            throw place.Error(
                "a reference to another module has no foreign key, so nothing is deleted or set to null with it.",
                $"Write: {field with { Type = reference with { OnDelete = OnDelete.Restrict } }}"
            );
        }
        return field;
    }

    private string Instead(Field field, ReferenceType reference, string own) =>
        Elsewhere(reference, own) is { } meant
            ? $"Write: {field with { Type = meant }}"
            : $"Make it first (be scaffold api --entity {reference.Entity} --module {reference.Module ?? own}), "
                + $"or refer to one of {Names(own)}.";

    /// <summary>The same name in another module, or one that is nearly the same in this module.</summary>
    private ReferenceType? Elsewhere(ReferenceType reference, string own)
    {
        if (_entities.Keys.FirstOrDefault(key => key.Entity == reference.Entity) is { Module: { } module })
            return reference with { Module = module == own ? null : module, OnDelete = OnDelete.Restrict };
        var target = reference.Module ?? own;
        var here = _entities.Keys.Where(key => key.Module == target).Select(key => key.Entity);
        return Nearest.To(reference.Entity, here) is { } near ? reference with { Entity = near } : null;
    }

    private string Names(string own) =>
        string.Join(
            ", ",
            _entities.Keys.Select(key => key.Module == own ? key.Entity : $"{key.Module}.{key.Entity}").Order(StringComparer.Ordinal)
        );
}
