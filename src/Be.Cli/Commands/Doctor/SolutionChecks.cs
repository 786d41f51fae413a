using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary>Whether the solution is as the tool needs it.</summary>
internal static class SolutionChecks
{
    public static Finding Model(CurrentSolution? solution)
    {
        const string Check = "be.json";
        if (solution is null)
            return Finding.Ok(Check, "none here: not in a solution");
        try
        {
            var entities = solution.Model.Modules.Sum(module => module.Entities.Length);
            return Finding.Ok(Check, $"{solution.Model.Name}: {solution.Model.Modules.Length} modules, {entities} entities");
        }
        catch (UserError error)
        {
            return Finding.Fail(Check, error.Problem, error.Remedy);
        }
    }
}
