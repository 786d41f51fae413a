using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>A field is a column and a property, and stands once.</summary>
internal static class FieldRules
{
    public static void Check(Solution solution, int m, int e, ModelPlaces places)
    {
        var entity = solution.Modules[m].Entities[e];
        var seen = new Dictionary<string, Field>(StringComparer.OrdinalIgnoreCase);
        var types = EntityTypes.Of(entity).ToHashSet(StringComparer.Ordinal);
        for (var f = 0; f < entity.Fields.Length; f++)
        {
            var field = entity.Fields[f];
            var place = places.Field(m, e, f);
            if (WhyNot(solution.Layout, entity, types, field) is { } reason)
                throw place.Error(reason, Instead(field));
            foreach (var name in new[] { field.Name.Pascal, field.Member.Pascal }.Distinct())
            {
                if (!seen.TryAdd(name, field))
                    throw place.Error($"'{seen[name]}' has the same name{How(seen[name], field)}.", "Give one of them another name.");
            }
            IdentifierLength.Check(field.Member.Snake, "column", place);
        }
    }

    private static string? WhyNot(Layout layout, Entity entity, HashSet<string> types, Field field)
    {
        var member = field.Member;
        if (field.Type is ReferenceType && WhyNotIncluded(entity, field.Name) is { } reason)
            return reason;
        if (ReservedNames.EveryEntityHas(member.Camel))
            return $"every entity has {member.Camel} already.";
        if (ReservedNames.TraitColumn(entity.Traits, member.Camel) is { } trait)
            return $"the trait {trait} adds {member.Camel} already.";
        if (types.Contains(member.Pascal))
            return $"the property {member} would be named as the type {member} that holds it (CS0542).";
        if (ReservedNames.RecordMember(member.Pascal))
            return $"every C# record has a member {member}.";
        if (layout == Layout.Hexagonal && ReservedNames.MemberOfTheHexagon(member.Pascal))
            return $"every entity of a hexagon has, or uses, a {member.Pascal}.";
        return ReservedNames.SystemColumn(member.Snake) ? $"every PostgreSQL table has a system column {member.Snake}." : null;
    }

    /// <summary>What a reference leads to is shown as a member of its own, without the <c>Id</c>.</summary>
    private static string? WhyNotIncluded(Entity entity, Name name)
    {
        if (ReservedNames.EveryEntityHas(name.Camel))
            return $"what it refers to is shown as {name.Camel}, which every entity has already.";
        if (ReservedNames.RecordMember(name.Pascal))
            return $"what it refers to is shown as {name.Camel}, and every C# record has a member {name}.";
        return name.Pascal == entity.Name.Pascal + "Response"
            ? $"what it refers to is shown as {name.Camel}, and that property would be named as the type {name} that holds it (CS0542)."
            : null;
    }

    private static string Instead(Field field) =>
        ReservedNames.EveryEntityHas(field.Member.Camel)
            ? "Leave the field out."
            : $"Give it another name, such as {field.Name.Then("value").Camel}.";

    private static string How(Field one, Field other) =>
        one.Name == other.Name ? ""
        : one.Member == other.Member ? $" in the database ({one.Member.Snake})"
        : ", case aside";
}
