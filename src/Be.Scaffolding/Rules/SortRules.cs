using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>A sort names columns that a b-tree holds, each once.</summary>
internal static class SortRules
{
    public static void Check(Entity entity, Place place)
    {
        var sortable = entity
            .Fields.Where(field => IsSortable(field))
            .Select(field => field.Member.Camel)
            .Prepend("createdAt")
            .Prepend("id")
            .ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sort in entity.Sorts)
        {
            if (!seen.Add(sort))
                throw place.Error($"the sort '{sort}' stands twice.", "Leave one of them out.");
            var names = SortKey.ParseAll(sort).Select(key => key.Name).ToList();
            if (names.FirstOrDefault(name => !sortable.Contains(name)) is { } unknown)
            {
                throw place.Error(
                    $"the sort '{sort}' names '{unknown}', which is no field to sort by.",
                    $"Sort by {string.Join(", ", sortable)}."
                );
            }
            if (names.Distinct().Count() < names.Count)
                throw place.Error($"the sort '{sort}' names a field twice.", $"Write: {string.Join(',', names.Distinct())}");
        }
    }

    private static bool IsSortable(Field field) =>
        field.IsListable
        && field.Type switch
        {
            StringType(var length) => length <= Fields.TypeParser.MaxIndexedLength,
            TextType(var length) => length <= Fields.TypeParser.MaxIndexedLength,
            _ => true,
        };
}
