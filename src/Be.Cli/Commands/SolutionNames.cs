using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary>The names in be.json, for completion: none where there is no readable be.json.</summary>
internal static class SolutionNames
{
    public static IEnumerable<string> Modules() => Read(solution => solution.Model.Modules.Select(module => module.Name.Pascal));

    public static IEnumerable<string> Services() =>
        Read(solution => ServiceDatabase.Of(solution.Model).Select(database => database.Service?.Pascal).OfType<string>());

    public static IEnumerable<string> Entities() =>
        Read(solution => solution.Model.Modules.SelectMany(module => module.Entities).Select(entity => entity.Name.Pascal));

    public static IEnumerable<string> Events() =>
        Read(solution => solution.Model.Modules.SelectMany(module => module.Events).Select(one => one.Name.Pascal));

    public static IEnumerable<string> Jobs() =>
        Read(solution => solution.Model.Modules.SelectMany(module => module.Jobs).Select(job => job.Name.Pascal));

    private static IEnumerable<string> Read(Func<CurrentSolution, IEnumerable<string>> names)
    {
        try
        {
            return [.. names(CurrentSolution.Find())];
        }
        catch (UserError)
        {
            return [];
        }
    }
}
