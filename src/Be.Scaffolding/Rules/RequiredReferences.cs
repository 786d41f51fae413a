using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>Entities that each require the other could never get a first row.</summary>
internal static class RequiredReferences
{
    private enum Visit
    {
        Entered,
        Left,
    }

    public static void Check(Solution solution, ModelPlaces places)
    {
        var indexes = new Dictionary<(string Module, string Entity), (int, int)>();
        foreach (var (m, module) in solution.Modules.Index())
        {
            foreach (var (e, entity) in module.Entities.Index())
                indexes.Add((module.Name.Pascal, entity.Name.Pascal), (m, e));
        }
        var visits = new Dictionary<(int, int), Visit>();
        foreach (var index in indexes.Values)
            Enter(index);

        void Enter((int M, int E) index)
        {
            if (!visits.TryAdd(index, Visit.Entered))
                return;
            var module = solution.Modules[index.M];
            var fields = module.Entities[index.E].Fields;
            for (var f = 0; f < fields.Length; f++)
            {
                if (fields[f] is not { Nullable: false, Type: ReferenceType reference })
                    continue;
                var target = indexes[(reference.Module ?? module.Name.Pascal, reference.Entity)];
                if (visits.TryGetValue(target, out var visit) && visit == Visit.Entered)
                    throw Closed(places.Field(index.M, index.E, f), fields[f]);
                Enter(target);
            }
            visits[index] = Visit.Left;
        }
    }

    private static UserError Closed(Place place, Field field) =>
        place.Error(
            "it is required on the way back to its own entity, so no first row could ever be made.",
            $"Write: {field with { Nullable = true }}"
        );
}
