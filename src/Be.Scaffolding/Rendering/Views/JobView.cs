using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>A job as the templates see it.</summary>
internal sealed class JobView(Solution solution, Module module, Job model)
{
    public Job Model => model;
    public string Job => model.Name.Pascal;
    public string ModuleWords => module.Name.Words;
    public string WireName => model.WireName(module.Name);
    public string? Cron => model.Cron;
    public bool IsExclusive => model.Exclusive;

    /// <summary>What is queued says what it is about; what runs on a schedule has nobody to ask.</summary>
    public bool HasArguments => model.Cron is null;

    public string Namespace => solution.Namespace;
    public SlicePlace Place { get; } = OfJob(solution, module.Name);
    public SlicePlace Tests { get; } = SlicePlaces.Of(solution, module.Name, model.Name).Tests;
    public string JobNamespace => Place.Namespace;
    public string TestsNamespace => Tests.Namespace;

    /// <summary>Where a job's interface is: the application's own in a hexagon.</summary>
    public string InterfaceNamespace => $"{solution.Namespace}.{(solution.Layout == Layout.Hexagonal ? "Application" : "Platform")}.Jobs";

    private static SlicePlace OfJob(Solution solution, Name module) =>
        solution.Layout == Layout.Hexagonal
            ? new($"src/{solution.Name}.Application/{module}/Jobs", $"{solution.Namespace}.Application.{module}.Jobs")
            : SlicePlaces.OfModule(solution, module).Below("Jobs");
}
