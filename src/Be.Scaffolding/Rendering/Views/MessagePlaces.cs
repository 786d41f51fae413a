using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>Where a layout puts events and their consumers.</summary>
internal static class MessagePlaces
{
    /// <summary>Where other modules find the event.</summary>
    public static SlicePlace OfEvent(Solution solution, Name module) =>
        solution.Layout switch
        {
            Layout.Monolith => new($"src/Modules/{module}.Contracts", $"{solution.Namespace}.Modules.{module}.Contracts"),
            Layout.Hexagonal => InHexagon(solution, "src", "Application", $"{module}/Events"),
            _ => new($"contracts/{solution.Name}.Contracts/{module}", $"{solution.Namespace}.Contracts.{module}"),
        };

    public static SlicePlace OfConsumer(Solution solution, Name module) =>
        solution.Layout == Layout.Hexagonal
            ? InHexagon(solution, "src", "Application", $"{module}/Consumers")
            : SlicePlaces.OfModule(solution, module).Below("Consumers");

    public static SlicePlace OfTests(Solution solution, Name module) =>
        solution.Layout switch
        {
            Layout.Monolith => new($"tests/Modules/{module}", $"{solution.Namespace}.Modules.{module}.Tests"),
            Layout.Hexagonal => InHexagon(solution, "tests", "Host.Tests", module.Pascal),
            _ => SlicePlaces.OfTests(solution, module),
        };

    private static SlicePlace InHexagon(Solution solution, string folder, string project, string path) =>
        new($"{folder}/{solution.Name}.{project}/{path}", $"{solution.Namespace}.{project}.{path.Replace('/', '.')}");
}
