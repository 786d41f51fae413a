using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>A field is a column and a property, and stands once.</summary>
internal static class FieldRules
{
    public static void Check(Entity entity, int m, int e, ModelPlaces places)
    {
        var seen = new Dictionary<string, Field>(StringComparer.OrdinalIgnoreCase);
        var types = EntityTypes.Of(entity).ToHashSet(StringComparer.Ordinal);
        for (var f = 0; f < entity.Fields.Length; f++)
        {
            var field = entity.Fields[f];
            var place = places.Field(m, e, f);
            CheckReserved(entity, field, place);
            if (types.Contains(field.Member.Pascal))
                throw place.Error($"the property {field.Member} would be named as the type {field.Member} that holds it (CS0542).", "Give it another name, such as " + Name.Parse(field.Name.Snake + "_value").Camel + ".");
            foreach (var name in new[] { field.Name.Pascal, field.Member.Pascal }.Distinct())
            {
                if (!seen.TryAdd(name, field))
                    throw place.Error($"'{seen[name]}' has the same name{Why(seen[name], field)}.", "Give one of them another name.");
            }
            IdentifierLength.Check(field.Member.Snake, "column", place);
        }
    }

    private static string Why(Field one, Field other) =>
        one.Name == other.Name ? "" : one.Member == other.Member ? $" in the database ({one.Member.Snake})" : ", case aside";

    private static void CheckReserved(Entity entity, Field field, Place place)
    {
        var member = field.Member;
        if (ReservedNames.EveryEntityHas(member.Camel))
            throw place.Error($"every entity has {member.Camel} already.", "Leave the field out.");
        if (ReservedNames.TraitColumn(entity.Traits, member.Camel) is { } trait)
            throw place.Error($"the trait {trait} adds {member.Camel} already.", "Leave the field out.");
        if (ReservedNames.RecordMember(member.Pascal))
            throw place.Error($"every C# record has a member {member}.", $"Give it another name, such as {Name.Parse(field.Name.Snake + "_value").Camel}.");
        if (ReservedNames.SystemColumn(member.Snake))
            throw place.Error($"every PostgreSQL table has a system column {member.Snake}.", $"Give it another name, such as {Name.Parse(field.Name.Snake + "_value").Camel}.");
    }
}
