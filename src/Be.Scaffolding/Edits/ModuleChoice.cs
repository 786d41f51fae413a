using Be.Scaffolding.Model;
using Be.Scaffolding.Rules;

namespace Be.Scaffolding.Edits;

/// <summary>Which module an entity goes into.</summary>
internal static class ModuleChoice
{
    /// <summary>The module when none was named.</summary>
    public static Name Of(Solution solution, Name entity)
    {
        var modules = solution.OwnModules.ToList();
        if (modules.Count > 1)
        {
            var names = modules.Select(module => module.Name.Pascal).ToList();
            throw UserError.InArguments(
                $"There are {names.Count} modules: {string.Join(", ", names)}.",
                $"Name the one that {entity} belongs to: --module {names[0]}"
            );
        }
        if (modules.Count == 1)
            return modules[0].Name;
        var name = NamedAfter(solution);
        return name != entity
            ? name
            : throw UserError.InArguments(
                $"The first module would be called {name}, after the solution, and so is the entity.",
                "Name a module: --module Main"
            );
    }

    /// <summary>The model with that module, which is made when there is none like it.</summary>
    public static Solution With(Solution solution, Name name)
    {
        var names = solution.Modules.Select(module => module.Name).ToList();
        if (names.Contains(name))
            return solution;
        if (Nearest.To(name.Pascal, names.Select(other => other.Pascal)) is { } near)
        {
            throw UserError.InArguments(
                $"There is no module {name}, but {near}.",
                $"Write --module {near}, or make the other first: be scaffold module {name}"
            );
        }
        return solution with { Modules = solution.Modules.Add(new Module(name, [])) };
    }

    private static Name NamedAfter(Solution solution)
    {
        var name = NameWords.Suggestion(solution.Name);
        var hasLetters = Latin.WithoutAccents(solution.Name).Any(char.IsAsciiLetter);
        var isFree = !ReservedNames.Module(name.Pascal) && ReservedNames.Schema(name.Snake) is null;
        return hasLetters && isFree ? name : Name.Parse("Main");
    }
}
