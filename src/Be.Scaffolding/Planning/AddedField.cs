using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Planning;

/// <summary>A field that a table with rows gains: those rows need a value.</summary>
internal static class AddedField
{
    public static void Check(Entity entity, Field field, Place place)
    {
        var optional = field with { Nullable = true, Default = null };
        if (field is { Unique: true, Default: not null })
            throw place.Error($"every row that {entity.Name} has would get the same value, and it is unique.", $"Write: {optional}");
        if (field is { Nullable: false, Default: null })
        {
            var withDefault = StandIn.Of(field.Type) is { } value && !field.Unique ? $"{field with { Default = value }}, or " : "";
            throw place.Error($"{entity.Name} may have rows already, and they would need a value.", $"Write: {withDefault}{optional}");
        }
    }
}
