using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>An event is a C# record and a name that other programs know; a consumer is a class named after it.</summary>
internal static class EventRules
{
    internal const string CodeNeeds = "a type that its code needs";

    public static void Check(Solution solution, ModelPlaces places)
    {
        for (var m = 0; m < solution.Modules.Length; m++)
        {
            var module = solution.Modules[m];
            var types = new Dictionary<string, Name>(StringComparer.OrdinalIgnoreCase);
            var wires = new Dictionary<string, Name>(StringComparer.Ordinal);
            for (var e = 0; e < module.Events.Length; e++)
            {
                var (one, place) = (module.Events[e], places.Event(m, e));
                CheckName(solution, one, place);
                foreach (var type in TypesOf(one))
                {
                    if (!types.TryAdd(type, one.Name))
                        throw place.Error($"its type {type} is one of the event {types[type]} too.", "Give one of them another name.");
                }
                if (!wires.TryAdd(one.WireName(module.Name), one.Name))
                {
                    throw place.Error(
                        $"between programs it would be {one.WireName(module.Name)}, and so is {wires[one.WireName(module.Name)]}.",
                        $"Give it another name, such as {one.Next}."
                    );
                }
                CheckFields(one, f => places.EventField(m, e, f));
            }
            CheckConsumers(solution, m, places);
        }
    }

    private static void CheckName(Solution solution, Event one, Place place)
    {
        if ((TakenBy(solution, one.Name) ?? (one.Name.Pascal == "EventEnvelope" ? CodeNeeds : null)) is { } what)
            throw place.Error($"{one.Name} is the name of {what} too.", $"Name it after what has happened, such as {one.Name}Changed.");
    }

    /// <summary>What code beside the entities would take for the class when it is called so; null when the name is free.</summary>
    internal static string? TakenBy(Solution solution, Name name) =>
        solution.Modules.Any(module => module.Name == name) ? "a module"
        : solution.Modules.Any(module => module.Entities.Any(entity => entity.Name == name)) ? "an entity"
        : solution.Modules.Any(module => module.Entities.Any(entity => entity.Plural == name)) ? "the plural of an entity"
        : ReservedNames.PartsOfTheSolution.Contains(name.Pascal) || name.Pascal == solution.Namespace.Split('.')[0]
            ? "a part of the solution"
        : ReservedNames.Entity(name.Pascal) is not null ? CodeNeeds
        : null;

    private static void CheckFields(Event one, Func<int, Place> placeOf)
    {
        var seen = new Dictionary<string, Field>(StringComparer.OrdinalIgnoreCase);
        var types = TypesOf(one).ToHashSet(StringComparer.Ordinal);
        for (var f = 0; f < one.Fields.Length; f++)
        {
            var (field, place) = (one.Fields[f], placeOf(f));
            if (field.Type is ReferenceType)
            {
                throw place.Error(
                    "an event has no references: who takes it may not have the other one's table.",
                    $"Send its id: {field.Name.Then("id").Camel}:uuid, or :long where ids are bigint"
                );
            }
            if (field.Unique || field.Index)
                throw place.Error("an event is no table.", $"Write: {field with { Unique = false, Index = false }}");
            if (types.Contains(field.Name.Pascal))
                throw place.Error($"the property {field.Name} would be named as a type of the event (CS0542).", Another(field));
            if (ReservedNames.RecordMember(field.Name.Pascal))
                throw place.Error($"every C# record has a member {field.Name}.", Another(field));
            if (!seen.TryAdd(field.Name.Pascal, field))
                throw place.Error($"'{seen[field.Name.Pascal]}' has the same name.", "Give one of them another name.");
        }
    }

    private static void CheckConsumers(Solution solution, int m, ModelPlaces places)
    {
        var module = solution.Modules[m];
        var seen = new Dictionary<string, Consumer>(StringComparer.Ordinal);
        for (var c = 0; c < module.Consumers.Length; c++)
        {
            var (consumer, place) = (module.Consumers[c], places.Consumer(m, c));
            if (
                !solution.Modules.Any(other =>
                    other.Name.Pascal == consumer.Module && other.Events.Any(one => one.Name.Pascal == consumer.Event)
                )
            )
                throw place.Error(
                    $"there is no event {consumer}.",
                    $"Make it first: be scaffold event {consumer.Event} --module {consumer.Module}"
                );
            if (
                solution is { Layout: Layout.Microservices, Options.Messaging: Messaging.InProcess }
                && consumer.Module != module.Name.Pascal
            )
            {
                throw place.Error(
                    $"{consumer.Module} is another program, and this solution's events stay in their own.",
                    $"Events between services need a broker: a solution made with --messaging rabbitmq has one."
                );
            }
            if (!seen.TryAdd(consumer.Event, consumer))
            {
                throw place.Error(
                    seen[consumer.Event] == consumer
                        ? $"{module.Name} has a consumer of {consumer} already."
                        : $"{module.Name} has a class {consumer.Event}Consumer already, for {seen[consumer.Event]}.",
                    "Leave one of them out, or take it in another module."
                );
            }
        }
    }

    /// <summary>The C# types that an event becomes.</summary>
    private static IEnumerable<string> TypesOf(Event one) =>
        one
            .Fields.Where(field => field.Type is EnumType or ArrayType { Item: EnumType })
            .Select(field => one.Name.Pascal + field.Name.Pascal)
            .Distinct()
            .Prepend(one.Name.Pascal);

    private static string Another(Field field) => $"Give it another name, such as {field.Name.Then("value").Camel}.";
}
