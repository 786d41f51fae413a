using System.Collections.Immutable;
using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rules;

namespace Be.Scaffolding.Edits;

/// <summary>What the commands do to the events of a model. A model that already is as asked comes back equal.</summary>
public static class EventEdit
{
    /// <summary>The model with an event of that name that has at least these fields.</summary>
    /// <param name="solution">The model.</param>
    /// <param name="module">Null: the only module; when there is none, one named after the solution is made.</param>
    /// <param name="name">Its name.</param>
    /// <param name="fields">Fields to add; those that are there already, defined the same, stay.</param>
    /// <exception cref="UserError">The module is not clear, the event has such a field otherwise, or a rule is broken.</exception>
    public static Solution AddEvent(Solution solution, Name? module, Name name, ImmutableArray<Field> fields) =>
        Change(
            solution,
            module ?? ModuleChoice.Of(solution, name),
            own =>
                own.Events.FirstOrDefault(other => other.Name == name) is { } existing
                    ? own with
                    {
                        Events = own.Events.Replace(
                            existing,
                            existing with
                            {
                                Fields = [.. existing.Fields, .. fields.Where(field => IsNew(existing, field))],
                            }
                        ),
                    }
                    : own with
                    {
                        Events = own.Events.Add(new Event(name, fields)),
                    }
        );

    /// <summary>The model with a consumer of that event.</summary>
    /// <param name="solution">The model.</param>
    /// <param name="module">The module that takes it; null: the only one.</param>
    /// <param name="of">The event, with its module or without.</param>
    /// <exception cref="UserError">There is no such event, or several, the module is not clear, or a rule is broken.</exception>
    public static Solution AddConsumer(Solution solution, Name? module, string of)
    {
        var consumer = Find(solution, of);
        return Change(
            solution,
            module ?? OnlyModule(solution, consumer),
            own => own.Consumers.Contains(consumer) ? own : own with { Consumers = own.Consumers.Add(consumer) }
        );
    }

    private static Solution Change(Solution solution, Name module, Func<Module, Module> change)
    {
        var with = ModuleChoice.With(solution, module);
        var m = ModelEdit.Find(with, module);
        return ModelRules.Checked(with with { Modules = with.Modules.SetItem(m, change(with.Modules[m])) }, file: null);
    }

    private static bool IsNew(Event existing, Field field)
    {
        if (existing.Fields.FirstOrDefault(other => other.Name == field.Name) is not { } known)
            return true;
        return known.ToString() == field.ToString()
            ? false
            : throw UserError.InArguments(
                $"Field '{field}': {existing.Name} is published with '{known}'.",
                $"Make a new event beside it: be scaffold event {existing.Next} --fields \"{FieldText.Of(field)} …\""
            );
    }

    private static Consumer Find(Solution solution, string of)
    {
        var parts = of.Split('.');
        if (parts.Length > 2)
            throw UserError.InArguments($"--of: '{of}' is no event.", "Write --of OrderPlaced, or --of Sales.OrderPlaced");
        var names = parts.Select(part => Place.InArguments("--of").Name(part)).ToList();
        var all = solution.Modules.SelectMany(module => module.Events, (module, one) => new Consumer(module.Name.Pascal, one.Name.Pascal));
        var found = all.Where(one => one.Event == names[^1].Pascal && (names.Count == 1 || one.Module == names[0].Pascal)).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw Unknown(string.Join('.', names), [.. all]),
            _ => throw UserError.InArguments(
                $"There are {found.Count} events {names[0]}: {string.Join(", ", found)}.",
                $"Name one of them: --of {found[0]}"
            ),
        };
    }

    private static UserError Unknown(string name, List<Consumer> all)
    {
        var near = Nearest.To(name, all.Select(one => name.Contains('.') ? one.ToString() : one.Event));
        var remedy =
            near is not null ? $"Write: --of {near}"
            : all.Count > 0 ? $"Make it first (be scaffold event {name.Split('.')[^1]}), or take one of {string.Join(", ", all)}."
            : $"Make it first: be scaffold event {name.Split('.')[^1]}";
        return UserError.InArguments($"There is no event {name}.", remedy);
    }

    private static Name OnlyModule(Solution solution, Consumer consumer)
    {
        var modules = solution.OwnModules.ToList();
        if (modules.Count <= 1)
            return (modules.FirstOrDefault() ?? solution.Modules[0]).Name;
        var names = modules.Select(module => module.Name.Pascal).ToList();
        throw UserError.InArguments(
            $"There are {names.Count} modules: {string.Join(", ", names)}.",
            $"Name the one that takes {consumer}: --module {names.FirstOrDefault(name => name != consumer.Module) ?? names[0]}"
        );
    }
}
