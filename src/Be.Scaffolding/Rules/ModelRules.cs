using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>What a model must hold to, beyond what its fields say on their own.</summary>
internal static class ModelRules
{
    /// <summary>Checks a model and gives it back with its references resolved.</summary>
    /// <param name="solution">The model.</param>
    /// <param name="file">The file that holds it, for errors; null when it comes from a command.</param>
    /// <exception cref="UserError">It breaks a rule.</exception>
    public static Solution Checked(Solution solution, string? file)
    {
        var places = new ModelPlaces(solution, file);
        SolutionRules.Check(solution, file);
        ModuleRules.Check(solution, places);
        for (var m = 0; m < solution.Modules.Length; m++)
        {
            EntityRules.Check(solution, m, places);
            for (var e = 0; e < solution.Modules[m].Entities.Length; e++)
            {
                FieldRules.Check(solution, m, e, places);
                SortRules.Check(solution.Modules[m].Entities[e], places.Entity(m, e));
            }
        }
        RouteRules.Check(solution, places);
        EventRules.Check(solution, places);
        ClientRules.Check(solution, places);
        JobRules.Check(solution, places);
        var resolved = new ReferenceRules(solution, places).Resolved();
        for (var m = 0; m < resolved.Modules.Length; m++)
            RouteRules.CheckLists(resolved, m, places);
        return resolved;
    }
}
