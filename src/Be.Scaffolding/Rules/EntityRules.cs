using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>An entity is several C# types, a folder and a table; within its module each of them stands once.</summary>
internal static class EntityRules
{
    public static void Check(Solution solution, int m, ModelPlaces places)
    {
        var module = solution.Modules[m];
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [module.Name.Pascal] = "the module",
            [module.Name.Pascal + "Module"] = $"the class {module.Name}Module",
        };
        if (solution.Layout == Layout.Hexagonal)
            AddNamesOfTheHexagon(solution, types);
        var plurals = new Dictionary<string, Name>(StringComparer.OrdinalIgnoreCase);
        for (var e = 0; e < module.Entities.Length; e++)
        {
            var entity = module.Entities[e];
            CheckName(entity, places.Entity(m, e), places);
            if (solution.Layout == Layout.Hexagonal)
                CheckPlural(entity, places.Entity(m, e), places);
            AddTypes(entity, types, places.Entity(m, e));
            AddPlural(entity, plurals, places, m, e);
            CheckTraits(solution, entity, places.Entity(m, e));
        }
        for (var e = 0; e < module.Entities.Length; e++)
        {
            if (plurals.TryGetValue(module.Entities[e].Name.Pascal, out var other) && other != module.Entities[e].Name)
            {
                throw places
                    .Entity(m, e)
                    .Error(
                        $"{module.Entities[e].Name} is the plural of {other}.",
                        "Name an entity in the singular, or give the other one another plural."
                    );
            }
        }
    }

    /// <summary>In a hexagon the projects around an entity name it from other namespaces, in which these come first.</summary>
    private static void AddNamesOfTheHexagon(Solution solution, Dictionary<string, string> types)
    {
        foreach (var other in solution.Modules)
            types.TryAdd(other.Name.Pascal, "a module");
        foreach (var part in solution.Namespace.Split('.'))
            types.TryAdd(part, "the solution");
        foreach (var project in ReservedNames.ProjectsOfTheHexagon)
            types.TryAdd(project, "a part of the solution");
        foreach (var type in ReservedNames.TypesOfTheHexagon)
            types.TryAdd(type, "a type that every entity needs");
    }

    private static void CheckName(Entity entity, Place place, ModelPlaces places)
    {
        if (ReservedNames.Entity(entity.Name.Pascal) is { } instead)
            throw place.Error(
                $"the code of every entity needs the name {entity.Name} itself.",
                $"Give it another name, such as {instead}."
            );
        if (ReservedNames.Entity(entity.Plural.Pascal) is not null)
        {
            throw place.Error(
                $"the code of every entity needs the name {entity.Plural} itself, and this plural would be a namespace.",
                $"Give it another plural: {places.Plural(entity.Name.Pascal + "Items")}"
            );
        }
        if (entity.Plural == entity.Name && Plural.Singular(entity.Name) is var singular && singular != entity.Name)
        {
            throw place.Error(
                $"{entity.Name} is a plural.",
                $"Name an entity in the singular ({singular}), or give its plural: {places.Plural(entity.Name.Pascal + "Items")}"
            );
        }
        IdentifierLength.Check(entity.Plural.Snake, "table", place);
    }

    private static void CheckPlural(Entity entity, Place place, ModelPlaces places)
    {
        if (entity.Plural == entity.Name)
        {
            throw place.Error(
                $"the plural is the same word, and in a hexagon the namespace {entity.Plural} would hide the entity.",
                $"Give it another plural: {places.Plural(entity.Name.Pascal + "Items")}"
            );
        }
    }

    private static void AddTypes(Entity entity, Dictionary<string, string> types, Place place)
    {
        foreach (var type in EntityTypes.Of(entity))
        {
            if (types.TryAdd(type, type == entity.Name.Pascal ? $"the entity {type}" : $"a type of the entity {entity.Name}"))
                continue;
            throw place.Error(
                $"{(type == entity.Name.Pascal ? "" : "its type ")}{type} is the name of {types[type]} too.",
                "Give one of them another name."
            );
        }
    }

    private static void AddPlural(Entity entity, Dictionary<string, Name> plurals, ModelPlaces places, int m, int e)
    {
        if (!plurals.TryAdd(entity.Plural.Pascal, entity.Name))
        {
            throw places
                .Entity(m, e)
                .Error(
                    $"{entity.Plural} is the plural of {plurals[entity.Plural.Pascal]} too.",
                    $"Give it another plural: {places.Plural(entity.Name.Pascal + "Items")}"
                );
        }
    }

    private static void CheckTraits(Solution solution, Entity entity, Place place)
    {
        foreach (var trait in entity.Traits)
        {
            if (!ReservedNames.Traits.Contains(trait))
                throw place.Error($"there is no trait '{trait}'.", $"Traits are {string.Join(", ", ReservedNames.Traits)}.");
            if (entity.Traits.Count(other => other == trait) > 1)
                throw place.Error($"the trait '{trait}' stands twice.", "Leave one of them out.");
        }
        if (entity.IsOwned && solution.Options.Auth == Auth.None)
        {
            throw place.Error(
                "rows cannot belong to their caller where nobody knows who calls.",
                "Make the solution with --auth accounts, or leave the trait 'owned' out."
            );
        }
    }
}
