using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Changes;

/// <summary>What is otherwise in the definition of a field that keeps its name.</summary>
internal static class FieldDifference
{
    /// <summary>In the order in which a column follows: what it holds, whether and with what it begins, then what is built on it.</summary>
    public static IEnumerable<FieldChange> Of(Field before, Field after)
    {
        if (OfType(before, after) is { } change)
            yield return change;
        if (before.Default != after.Default)
            yield return new DefaultChanged(before, after);
        if (before.Nullable != after.Nullable)
            yield return after.Nullable ? new BecameOptional(before, after) : new BecameRequired(before, after);
        if (before.Unique != after.Unique)
            yield return after.Unique ? new UniqueAdded(before, after) : new UniqueRemoved(before, after);
        if (before.Index != after.Index)
            yield return after.Index ? new IndexAdded(before, after) : new IndexRemoved(before, after);
    }

    private static FieldChange? OfType(Field before, Field after)
    {
        if (FieldText.Of(before.Type) == FieldText.Of(after.Type))
            return null;
        return (before.Type, after.Type) switch
        {
            (ReferenceType one, ReferenceType other) when other == one with { OnDelete = other.OnDelete } => new OnDeleteChanged(
                before,
                after
            ),
            (DecimalType one, DecimalType other) when one.Scale == other.Scale && one.Precision < other.Precision => new DigitsAdded(
                before,
                after
            ),
            var (one, other) when StoredAlike.Are(one, other) => StoredAlike.TakesAll(other, one)
                ? new LimitLoosened(before, after)
                : new LimitTightened(before, after),
            _ => new TypeReplaced(before, after),
        };
    }
}
