using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>Where a layout puts the parts of a slice that all layouts have.</summary>
/// <param name="Entity">The entity and its enums.</param>
/// <param name="Contracts">What callers send and see.</param>
/// <param name="Store">The code that knows the table.</param>
/// <param name="Lookup">What other modules may ask.</param>
/// <param name="Tests">The tests of the API over HTTP and PostgreSQL.</param>
/// <param name="Samples">Bodies for those.</param>
internal sealed record SlicePlaces(
    SlicePlace Entity,
    SlicePlace Contracts,
    SlicePlace Store,
    SlicePlace Lookup,
    SlicePlace Tests,
    SlicePlace Samples
)
{
    public static SlicePlaces Of(Solution solution, Name module, Name plural) =>
        solution.Layout switch
        {
            Layout.Monolith => InMonolith(solution, module, plural),
            Layout.Hexagonal => InHexagon(solution, module, plural),
            _ => InService(solution, module, plural),
        };

    /// <summary>The project of a module, where it has one of its own.</summary>
    public static SlicePlace OfModule(Solution solution, Name module) =>
        solution.Layout switch
        {
            Layout.Monolith => new($"src/Modules/{module}", $"{solution.Namespace}.Modules.{module}"),
            Layout.Microservices => new($"services/{module}/{solution.Name}.{module}", $"{solution.Namespace}.{module}"),
            _ => new($"src/{solution.Name}.Host/{module}", $"{solution.Namespace}.Host.{module}"),
        };

    /// <summary>The tests of a service.</summary>
    public static SlicePlace OfTests(Solution solution, Name module)
    {
        var project = OfModule(solution, module);
        return new(project.Folder + ".Tests", project.Namespace + ".Tests");
    }

    private static SlicePlaces InMonolith(Solution solution, Name module, Name plural)
    {
        var project = OfModule(solution, module);
        var slice = project.Below(plural.Pascal);
        return new(
            slice,
            slice,
            slice,
            new(project.Folder + ".Contracts", project.Namespace + ".Contracts"),
            new($"tests/Modules/{module}", project.Namespace + ".Tests"),
            SharedSamples(solution, module)
        );
    }

    private static SlicePlaces InService(Solution solution, Name module, Name plural)
    {
        var project = OfModule(solution, module);
        var slice = project.Below(plural.Pascal);
        var tests = OfTests(solution, module);
        return new(slice, slice, slice, slice, tests, tests.Below("Samples"));
    }

    private static SlicePlaces InHexagon(Solution solution, Name module, Name plural)
    {
        SlicePlace Project(string folder, string name) => new($"{folder}/{solution.Name}.{name}", $"{solution.Namespace}.{name}");
        SlicePlace Slice(string project) => Project("src", project).Below(module.Pascal).Below(plural.Pascal);

        return new(
            Slice("Domain"),
            Slice("Adapters.Http"),
            Slice("Adapters.Postgres"),
            Project("src", "Application").Below(module.Pascal),
            Project("tests", "Host.Tests").Below(module.Pascal),
            SharedSamples(solution, module)
        );
    }

    // The tests of a module may need rows of another.
    private static SlicePlace SharedSamples(Solution solution, Name module) =>
        new($"tests/{solution.Name}.Testing/Samples/{module}", $"{solution.Namespace}.Testing.Samples.{module}");
}

/// <summary>A folder, relative to the solution's root, and the namespace of what is in it.</summary>
internal sealed record SlicePlace(string Folder, string Namespace)
{
    public SlicePlace Below(string name) => new($"{Folder}/{name}", $"{Namespace}.{name}");
}
