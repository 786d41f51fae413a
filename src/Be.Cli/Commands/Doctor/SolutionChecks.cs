using Be.Scaffolding;
using Be.Scaffolding.Planning;

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
            return Finding.Ok(Check, $"{solution.Model.Name}, modules: {solution.Model.Modules.Length}, entities: {entities}");
        }
        catch (UserError error)
        {
            return Finding.Fail(Check, error.Problem, error.Remedy);
        }
    }

    /// <summary>Whether the files follow the model, and the tool's own files are as it wrote them.</summary>
    public static Finding InStep(CurrentSolution? solution)
    {
        const string Check = "base";
        if (solution is null)
            return Finding.Ok(Check, "none here: not in a solution");
        try
        {
            var changes = new Scaffolder().Plan(solution.Root, solution.Model, DateTimeOffset.UtcNow);
            if (changes.Conflicts.FirstOrDefault() is { } conflict)
                return Finding.Fail(
                    Check,
                    $"{conflict.Path}: {conflict.Note}",
                    "take it back from git, or take be's with be apply --force"
                );
            return changes.Visible.Any(change => change.Kind != ChangeKind.Unchanged)
                ? Finding.Warn(Check, "be.json was changed, and the files do not follow it yet", "be apply")
                : Finding.Ok(Check, "the files follow be.json");
        }
        catch (UserError error)
        {
            return Finding.Fail(Check, error.Problem, error.Remedy);
        }
    }
}
