using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Views;

namespace Be.Scaffolding.Rules;

/// <summary>The C# types that an entity becomes.</summary>
internal static class EntityTypes
{
    public static IEnumerable<string> Of(Entity entity) =>
        SliceNames
            .Suffixes.Select(suffix => entity.Name.Pascal + suffix)
            .Prepend(entity.Name.Pascal)
            .Concat(entity.Fields.Where(IsEnum).Select(field => entity.Name.Pascal + field.Name.Pascal).Except(SuffixedNames(entity)));

    private static bool IsEnum(Field field) => field.Type is EnumType or ArrayType { Item: EnumType };

    private static IEnumerable<string> SuffixedNames(Entity entity) => SliceNames.Suffixes.Select(suffix => entity.Name.Pascal + suffix);
}
