using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>The C# types that an entity becomes, in its module's namespaces.</summary>
internal static class EntityTypes
{
    private static readonly string[] Suffixes = ["Contracts", "Endpoints", "Patch", "Request", "Response", "Store", "Tests"];

    public static IEnumerable<string> Of(Entity entity) =>
        Suffixes.Select(suffix => entity.Name.Pascal + suffix)
            .Prepend(entity.Name.Pascal)
            .Concat(entity.Fields.Where(field => field.Type is EnumType).Select(field => entity.Name.Pascal + field.Name.Pascal));
}
