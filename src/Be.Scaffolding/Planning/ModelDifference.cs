using Be.Scaffolding.Changes;
using Be.Scaffolding.Edits;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rules;

namespace Be.Scaffolding.Planning;

/// <summary>What is otherwise in a model that was applied; refuses what cannot follow it.</summary>
internal static class ModelDifference
{
    private const string Later = "That comes with a later version; put it back, and write a migration with 'be migration add' meanwhile.";

    private const string Switches = "Put it back: 'be docker' and 'be kubernetes' switch theirs on.";

    /// <param name="before">As last applied.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="intent">What the two do not tell.</param>
    /// <param name="isTyped">Whether the difference comes from a command's arguments rather than from be.json.</param>
    /// <returns>What is otherwise in entities that stay, by their names.</returns>
    /// <exception cref="UserError">Something was removed or renamed that has to stay, or a change cannot be made safely.</exception>
    public static IReadOnlyList<string> Of(Solution before, Solution after, Intent intent, bool isTyped)
    {
        var changes = new List<string>();
        var switches = before.Options with { Docker = after.Options.Docker, Kubernetes = after.Options.Kubernetes };
        if (before.Options != after.Options && switches == after.Options)
            throw new UserError($"{BeJson.FileName}: docker or kubernetes was changed.", Switches);
        if ((before.Name, before.Layout, before.Options) != (after.Name, after.Layout, after.Options))
            throw Refuse("the solution's name, layout or options were changed", "name, layout and options");
        foreach (var module in before.Modules)
        {
            var now =
                after.Modules.FirstOrDefault(other => other.Name == module.Name)
                ?? throw Refuse($"the module {module.Name} was removed or renamed", "modules");
            EventDifference.Check(module, now, isTyped);
            if (module.Jobs.FirstOrDefault(job => now.Jobs.All(other => other.Name != job.Name)) is { } gone)
            {
                throw new UserError(
                    $"{BeJson.FileName}: module {module.Name}: the job {gone.Name} was removed or renamed.",
                    "That comes with a later version; put it back, and let it do nothing meanwhile."
                );
            }
            if (module.Clients.Except(now.Clients).FirstOrDefault() is { } client)
            {
                throw new UserError(
                    $"{BeJson.FileName}: module {module.Name}: the client of {client.To} was removed.",
                    "That comes with a later version; put it back, and call it no more meanwhile."
                );
            }
            foreach (var entity in module.Entities)
            {
                var later =
                    now.Entities.FirstOrDefault(other => other.Name == entity.Name)
                    ?? throw Refuse($"the entity {entity.Name} was removed or renamed", $"module {module.Name}");
                var differences = EntityDifference.Of(entity, later, field => intent.NewName(module.Name, entity.Name, field));
                Check(entity, later, differences, isTyped);
                changes.AddRange(differences.Where(one => one is not FieldAdded).Select(one => $"{entity.Name}: {one.Words}"));
            }
        }
        return changes;
    }

    private static void Check(Entity before, Entity after, IEnumerable<EntityChange> differences, bool isTyped)
    {
        var where = $"entity {before.Name}";
        if (before.Plural != after.Plural)
            throw Refuse($"the plural {before.Plural} was changed to {after.Plural}", where);
        if (before.Traits.Except(after.Traits).FirstOrDefault() is { } lost)
            throw Refuse($"the trait '{lost}' was removed", where);
        foreach (var difference in differences)
        {
            if (difference is TraitAdded(var trait) && !ReservedNames.CanBeAdded(trait))
                throw new UserError($"{BeJson.FileName}: {where}: it exists without the trait '{trait}'.", EntityGrowth.OnlyNew);
            if (difference is FieldAdded(var added))
                AddedField.Check(after, added, PlaceOf(added, isTyped));
            if (difference is FieldChange change)
                ChangedField.Check(after, change, PlaceOf(change.After, isTyped));
        }
    }

    private static Place PlaceOf(Field field, bool isTyped) =>
        isTyped ? Place.InArguments($"Field '{field}'") : Place.InFile(BeJson.FileName, $"field '{field}'");

    private static UserError Refuse(string what, string where) => new($"{BeJson.FileName}: {where}: {what}.", Later);
}
