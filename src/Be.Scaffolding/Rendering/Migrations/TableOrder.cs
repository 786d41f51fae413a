using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>In which order new tables can be created, so that each foreign key finds its target.</summary>
internal static class TableOrder
{
    /// <returns>The entities in order, and the references of a circle whose foreign keys must come afterwards.</returns>
    public static (IReadOnlyList<EntityView> Ordered, IReadOnlySet<FieldView> Late) Of(IReadOnlyList<EntityView> entities)
    {
        var waiting = entities.ToList();
        var ordered = new List<EntityView>();
        var late = new HashSet<FieldView>();

        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(entity => !WaitsFor(entity, waiting, late).Any());
            if (next is null)
            {
                next = waiting[0];
                late.UnionWith(WaitsFor(next, waiting, late));
            }

            waiting.Remove(next);
            ordered.Add(next);
        }

        return (ordered, late);
    }

    private static IEnumerable<FieldView> WaitsFor(EntityView entity, List<EntityView> waiting, HashSet<FieldView> late) =>
        entity.Fields.Where(field =>
            field.Reference is { IsForeign: false, IsSelf: false } reference
            && !late.Contains(field)
            && waiting.Any(other => other.Module.Pascal == reference.TargetModule && other.Entity == reference.Target)
        );
}
