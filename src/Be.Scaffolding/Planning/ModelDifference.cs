using Be.Scaffolding.Edits;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rules;

namespace Be.Scaffolding.Planning;

/// <summary>Refuses what cannot be done to a model that was applied: for now a model only grows.</summary>
internal static class ModelDifference
{
    private const string Later = "That comes with a later version; put it back, and write a migration with 'be migration add' meanwhile.";

    private const string Switches = "Put it back: 'be docker' and 'be kubernetes' switch theirs on.";

    /// <param name="before">As last applied.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="isTyped">Whether the difference comes from a command's arguments rather than from be.json.</param>
    /// <exception cref="UserError">Something was removed, renamed or redefined, or a field cannot be added safely.</exception>
    public static void Check(Solution before, Solution after, bool isTyped)
    {
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
                Check(
                    entity,
                    now.Entities.FirstOrDefault(other => other.Name == entity.Name)
                        ?? throw Refuse($"the entity {entity.Name} was removed or renamed", $"module {module.Name}"),
                    isTyped
                );
            }
        }
    }

    private static void Check(Entity before, Entity after, bool isTyped)
    {
        var where = $"entity {before.Name}";
        if (before.Plural != after.Plural)
            throw Refuse($"the plural {before.Plural} was changed to {after.Plural}", where);
        if (before.Traits.Except(after.Traits).FirstOrDefault() is { } lost)
            throw Refuse($"the trait '{lost}' was removed", where);
        if (after.Traits.Except(before.Traits).FirstOrDefault(trait => !ReservedNames.CanBeAdded(trait)) is { } late)
            throw new UserError($"{BeJson.FileName}: {where}: it exists without the trait '{late}'.", EntityGrowth.OnlyNew);
        if (before.Sorts.Except(after.Sorts).FirstOrDefault() is { } sort)
            throw Refuse($"the sort '{sort}' was removed or changed", where);
        foreach (var field in before.Fields)
        {
            var now =
                after.Fields.FirstOrDefault(other => other.Name == field.Name)
                ?? throw Refuse($"the field '{field}' was removed or renamed", where);
            if (now.ToString() != field.ToString())
                throw Refuse($"the field '{field}' was changed to '{now}'", where);
        }
        foreach (var field in after.Fields.Where(field => before.Fields.All(other => other.Name != field.Name)))
        {
            var place = isTyped ? Place.InArguments($"Field '{field}'") : Place.InFile(BeJson.FileName, $"field '{field}'");
            AddedField.Check(after, field, place);
        }
    }

    private static UserError Refuse(string what, string where) => new($"{BeJson.FileName}: {where}: {what}.", Later);
}
