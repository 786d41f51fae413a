using Be.Scaffolding.Model;

namespace Be.Postgres.Seeding;

/// <summary>In which order tables are filled, so that what a row refers to is there.</summary>
internal static class SeedOrder
{
    /// <returns>
    /// The tables in order, and the fields that close a circle: they may be null, since <c>be.json</c> allows no circle of required
    /// references, and are set when all tables have rows.
    /// </returns>
    public static (IReadOnlyList<SeedTable> Ordered, IReadOnlySet<(SeedTable Table, Field Field)> Late) Of(IReadOnlyList<SeedTable> tables)
    {
        var waiting = tables.ToList();
        var ordered = new List<SeedTable>();
        var late = new HashSet<(SeedTable, Field)>();
        while (waiting.Count > 0)
        {
            var next =
                waiting.FirstOrDefault(table => !WaitsFor(table, waiting).Any())
                ?? waiting.First(table => WaitsFor(table, waiting).All(field => field.Nullable));
            late.UnionWith(WaitsFor(next, waiting).Select(field => (next, field)));
            waiting.Remove(next);
            ordered.Add(next);
        }
        return (ordered, late);
    }

    private static IEnumerable<Field> WaitsFor(SeedTable table, List<SeedTable> waiting) =>
        from reference in table.References
        let target = table.TargetOf(reference.Type)
        where target != table.Key && waiting.Any(other => other.Key == target)
        select reference.Field;
}
