using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Planning;

/// <summary>Refuses to change a published event: somebody may be reading it, and outboxes may hold it as it was.</summary>
internal static class EventDifference
{
    /// <param name="before">A module as last applied.</param>
    /// <param name="after">As it is to be.</param>
    /// <param name="isTyped">Whether the difference comes from a command's arguments rather than from be.json.</param>
    /// <exception cref="UserError">An event or consumer was removed, or an event changed so that it cannot be read as before.</exception>
    public static void Check(Module before, Module after, bool isTyped)
    {
        foreach (var one in before.Events)
        {
            Check(
                one,
                after.Events.FirstOrDefault(other => other.Name == one.Name)
                    ?? throw new UserError(
                        $"{BeJson.FileName}: module {before.Name}: the event {one.Name} was removed or renamed.",
                        "It is published: put it back, and make another one beside it."
                    ),
                isTyped
            );
        }

        foreach (var consumer in before.Consumers.Except(after.Consumers))
        {
            throw new UserError(
                $"{BeJson.FileName}: module {before.Name}: the consumer of {consumer} was removed.",
                "That comes with a later version; put it back, and let it do nothing meanwhile."
            );
        }
    }

    private static void Check(Event before, Event after, bool isTyped)
    {
        foreach (var field in before.Fields)
        {
            var now = after.Fields.FirstOrDefault(other => other.Name == field.Name);
            if (now is null)
                throw Refuse(before, $"the field '{field}' was removed or renamed");
            if (now.ToString() != field.ToString())
                throw Refuse(before, $"the field '{field}' was changed to '{now}'");
        }

        foreach (var field in after.Fields.Where(field => before.Fields.All(other => other.Name != field.Name)))
        {
            if (field is { Nullable: false, Default: null })
            {
                var place = isTyped ? Place.InArguments($"Field '{field}'") : Place.InFile(BeJson.FileName, $"field '{field}'");
                throw place.Error(
                    $"{before.Name} was published without it, so it cannot be required.",
                    $"Write: {field with { Nullable = true }}, give it a default, or make a new event: be scaffold event {before.Next}"
                );
            }
        }
    }

    private static UserError Refuse(Event before, string what) =>
        new(
            $"{BeJson.FileName}: event {before.Name}: {what}, and it is published as it was.",
            $"Put it back, and make a new event beside it: be scaffold event {before.Next}"
        );
}
