using Be.Scaffolding.Model;
using Be.Scaffolding.Rules;

namespace Be.Scaffolding.Edits;

/// <summary>What the commands do to the jobs of a model. A model that already is as asked comes back equal.</summary>
public static class JobEdit
{
    /// <summary>The model with a job of that name.</summary>
    /// <param name="solution">The model.</param>
    /// <param name="module">Null: the module that has the job, else the only one; when there is none, one named after the solution is made.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cron">When it runs; null: as it is.</param>
    /// <param name="exclusive">Whether one run at a time is allowed; null: as it is.</param>
    /// <exception cref="UserError">The module is not clear, or a rule is broken.</exception>
    public static Solution AddJob(Solution solution, Name? module, Name name, string? cron, bool? exclusive)
    {
        var own = module ?? OnlyWith(solution, name) ?? ModuleChoice.Of(solution, name);
        var with = ModuleChoice.With(solution, own);
        var m = ModelEdit.Find(with, own);
        var jobs = with.Modules[m].Jobs;
        var known = jobs.FirstOrDefault(other => other.Name == name);
        var job = new Job(name, cron is null ? known?.Cron : CronRules.Normal(cron), exclusive ?? known?.Exclusive ?? false);
        var changed = with.Modules[m] with { Jobs = known is null ? jobs.Add(job) : jobs.Replace(known, job) };
        return ModelRules.Checked(with with { Modules = with.Modules.SetItem(m, changed) }, file: null);
    }

    private static Name? OnlyWith(Solution solution, Name job) =>
        solution.Modules.Where(module => module.Jobs.Any(other => other.Name == job)).ToList() is [var only] ? only.Name : null;
}
