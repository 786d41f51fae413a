using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rendering;

/// <summary>Lists the files that a model gives. Pure: same model, same bytes.</summary>
public sealed class SolutionRenderer
{
    private readonly TemplateRenderer renderer = new();
    private readonly Func<string, IReadOnlyList<ScaffoldTemplate>> templatesOf;
    private readonly Dictionary<Layout, IReadOnlyList<ScaffoldTemplate>> templates = [];

    /// <summary>Renders with the templates that the tool carries.</summary>
    public SolutionRenderer()
        : this(ScaffoldTemplate.Of) { }

    internal SolutionRenderer(Func<string, IReadOnlyList<ScaffoldTemplate>> templatesOf) => this.templatesOf = templatesOf;

    /// <summary>Every file of every module and entity; each is rendered when its text is asked for.</summary>
    public IReadOnlyList<SliceFile> Files(Solution solution)
    {
        if (solution.Modules.IsEmpty)
            return [];

        var files = new List<SliceFile>();
        var all = Templates(solution.Layout).Where(template => template.IsFor(solution)).ToList();
        var view = new SolutionView(solution);
        var sources = new SliceSources(solution);

        foreach (var template in all.Where(template => template.Scope == TemplateScope.Solution))
            files.Add(File(template, solution, null, null, sources.Solution, view));

        foreach (var module in view.Modules)
        {
            foreach (var template in all.Where(template => Applies(template.Scope, module)))
                files.Add(File(template, solution, module, null, sources.Module(module), module));

            foreach (var entity in module.Entities)
            {
                foreach (var template in all.Where(template => Applies(template.Scope, entity)))
                    files.Add(File(template, solution, module, entity, sources.Entity(entity), entity));
            }

            files.AddRange(Messages(all, module, sources));
            files.AddRange(Jobs(all, module, sources));
            files.AddRange(Clients(all, module, sources));
        }

        CompileFromTheEnd(all);
        return files;
    }

    private IEnumerable<SliceFile> Messages(IReadOnlyCollection<ScaffoldTemplate> all, ModuleView module, SliceSources sources)
    {
        foreach (var template in all.Where(template => template.Scope == TemplateScope.Event))
        {
            foreach (var one in module.Events)
                yield return File(template, one.Event, [("{{EventFolder}}", one.Place)], sources.Event(one), one);
        }

        foreach (var template in all.Where(template => template.Scope == TemplateScope.Consumer))
        {
            foreach (var consumer in module.Consumers)
            {
                (string, SlicePlace)[] places = [("{{ConsumerFolder}}", consumer.Place), ("{{ConsumerTestsFolder}}", consumer.Tests)];
                yield return File(template, consumer.Event, places, sources.Consumer(consumer), consumer);
            }
        }
    }

    private IEnumerable<SliceFile> Jobs(IReadOnlyCollection<ScaffoldTemplate> all, ModuleView module, SliceSources sources)
    {
        foreach (var template in all.Where(template => template.Scope == TemplateScope.Job))
        {
            foreach (var job in module.Jobs)
                yield return File(
                    template,
                    job.Job,
                    [("{{JobFolder}}", job.Place), ("{{JobTestsFolder}}", job.Tests)],
                    sources.Job(job),
                    job
                );
        }
    }

    private IEnumerable<SliceFile> Clients(IReadOnlyCollection<ScaffoldTemplate> all, ModuleView module, SliceSources sources)
    {
        foreach (var template in all.Where(template => template.Scope == TemplateScope.Client))
        {
            foreach (var client in module.Clients)
            {
                (string, SlicePlace)[] places = [("{{ClientFolder}}", client.Place), ("{{ClientTestsFolder}}", client.Tests)];
                yield return File(template, client.Client, places, sources.Client(client), client);
            }
        }
    }

    private SliceFile File(ScaffoldTemplate template, string name, (string Token, SlicePlace Place)[] places, string source, object view)
    {
        var path = template
            .Path.Replace("{{Event}}", name, StringComparison.Ordinal)
            .Replace("{{Job}}", name, StringComparison.Ordinal)
            .Replace("{{Client}}", name, StringComparison.Ordinal);
        foreach (var (token, place) in places)
            path = path.Replace(token, place.Folder, StringComparison.Ordinal);
        return new SliceFile(path, template.Kind, source, () => renderer.Render(template.Path, template.Text, view));
    }

    /// <summary>On another thread, while this one renders from the start.</summary>
    private void CompileFromTheEnd(List<ScaffoldTemplate> all) =>
        Task.Run(() =>
        {
            foreach (var template in Enumerable.Reverse(all))
                renderer.Compile(template.Path, template.Text);
        });

    private IReadOnlyList<ScaffoldTemplate> Templates(Layout layout)
    {
        if (!templates.TryGetValue(layout, out var found))
            templates[layout] = found = templatesOf(layout.ToString().ToLowerInvariant());

        return found;
    }

    private SliceFile File(ScaffoldTemplate template, Solution solution, ModuleView? module, EntityView? entity, string source, object view)
    {
        var path = template
            .Path.Replace("{{HostProject}}", $"{solution.Name}.{solution.Host}", StringComparison.Ordinal)
            .Replace("{{ModuleFolder}}", module?.Place.Folder, StringComparison.Ordinal)
            .Replace("{{EntityFolder}}", entity?.Places.Entity.Folder, StringComparison.Ordinal)
            .Replace("{{ContractsFolder}}", entity?.Places.Contracts.Folder, StringComparison.Ordinal)
            .Replace("{{StoreFolder}}", entity?.Places.Store.Folder, StringComparison.Ordinal)
            .Replace("{{LookupFolder}}", entity?.Places.Lookup.Folder, StringComparison.Ordinal)
            .Replace("{{TestsFolder}}", entity?.Places.Tests.Folder, StringComparison.Ordinal)
            .Replace("{{SamplesFolder}}", entity?.Places.Samples.Folder, StringComparison.Ordinal)
            .Replace("{{Solution}}", solution.Name, StringComparison.Ordinal)
            .Replace("{{Module}}", module?.Module, StringComparison.Ordinal)
            .Replace("{{Entities}}", entity?.Entities, StringComparison.Ordinal)
            .Replace("{{Entity}}", entity?.Entity, StringComparison.Ordinal);
        return new SliceFile(path, template.Kind, source, () => renderer.Render(template.Path, template.Text, view));
    }

    private static bool Applies(TemplateScope scope, ModuleView module) =>
        scope switch
        {
            TemplateScope.Module => true,
            TemplateScope.ModuleWithEntities => module.Entities.Count > 0,
            TemplateScope.ModuleWithRoutes => module.HasRoutes,
            TemplateScope.ModuleWithReferences => module.ReferencedModules.Count > 0,
            TemplateScope.ModuleWithMessages => module.Model.HasMessages,
            TemplateScope.ModuleWithClients => module.Clients.Count > 0,
            TemplateScope.ModuleWithJobs => module.Jobs.Count > 0,
            TemplateScope.ModuleReferredTo => module.IsReferredTo,
            _ => false,
        };

    private static bool Applies(TemplateScope scope, EntityView entity) =>
        scope switch
        {
            TemplateScope.Entity => true,
            TemplateScope.EntityWithCheckedReferences => entity.HasChecked,
            TemplateScope.EntityWithLocalReferences => entity.HasIncludes,
            TemplateScope.EntityReferredTo => entity.IsLookedUp,
            _ => false,
        };
}
