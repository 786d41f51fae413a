using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>A job is a class, with one for its arguments where it has any, and a name that operators know.</summary>
internal static class JobRules
{
    public static void Check(Solution solution, ModelPlaces places)
    {
        for (var m = 0; m < solution.Modules.Length; m++)
        {
            var module = solution.Modules[m];
            var types = new Dictionary<string, Name>(StringComparer.OrdinalIgnoreCase);
            var wires = new Dictionary<string, Name>(StringComparer.Ordinal);
            for (var j = 0; j < module.Jobs.Length; j++)
            {
                var (job, place) = (module.Jobs[j], places.Job(m, j));
                if (TakenBy(solution, job.Name) is { } what)
                    throw place.Error($"{job.Name} is the name of {what} too.", $"Name it after what it does, such as Check{job.Name}.");
                foreach (var type in new[] { job.Name.Pascal, job.Name.Pascal + "Arguments" })
                {
                    if (!types.TryAdd(type, job.Name))
                        throw place.Error($"its type {type} is one of the job {types[type]} too.", "Give one of them another name.");
                }
                if (!wires.TryAdd(job.WireName(module.Name), job.Name))
                {
                    throw place.Error(
                        $"operators would call it {job.WireName(module.Name)}, and so {wires[job.WireName(module.Name)]}.",
                        "Give one of them another name."
                    );
                }
                if (job.Cron is not null)
                    CronRules.Check(job.Cron, places.Cron(m, j));
            }
        }
    }

    private static string? TakenBy(Solution solution, Name name) =>
        EventRules.TakenBy(solution, name)
        ?? (
            solution.Modules.Any(module => module.Events.Any(one => one.Name == name)) ? "an event"
            : name.Pascal is "IJob" or "Jobs" ? EventRules.CodeNeeds
            : null
        );
}
