using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rendering;

/// <summary>The canonical text of all that a file is made from: as long as it stays the same, so does the file.</summary>
internal sealed class SliceSources(Solution solution)
{
    private readonly string everywhere = $"{solution.Name} {solution.Layout} {solution.Options}";

    public string Solution => string.Join('\n', [everywhere, .. solution.Modules.Select(module => module.Name.Pascal)]);

    public string Module(ModuleView module) =>
        string.Join(
            '\n',
            [
                everywhere,
                module.Module,
                .. module.ReferencedModules,
                .. module.Entities.Select(Entity),
                .. module.Events.Select(Event),
                .. module.Consumers.Select(Consumer),
                .. module.Clients.Select(Client),
                .. module.Jobs.Select(Job),
            ]
        );

    public string Entity(EntityView entity) =>
        string.Join(
            '\n',
            [
                everywhere,
                $"{entity.Module.Pascal}.{entity.Entity} {entity.Entities} {entity.IsLookedUp} {entity.IsIncluded}",
                .. entity.Model.Traits,
                .. entity.Model.Sorts,
                .. entity.Fields.Select(field => FieldText.Of(field.Field) + Target(field.Reference)),
            ]
        );

    public string Event(EventView one) =>
        string.Join('\n', [everywhere, one.WireName, one.EventNamespace, .. one.Fields.Select(field => FieldText.Of(field.Field))]);

    public string Consumer(ConsumerView consumer) => $"{consumer.Consumer} of {Event(consumer.Of)}";

    public string Client(ClientView client) =>
        string.Join('\n', [$"{everywhere} {client.ClientNamespace} {client.Port}", .. client.Entities.Select(Entity)]);

    public string Job(JobView job) => $"{everywhere} {job.JobNamespace} {job.Model}";

    private static string Target(ReferenceView? target) =>
        target is null ? "" : $" -> {target.TargetModule}.{target.Target} {target.TargetPlural}";
}
