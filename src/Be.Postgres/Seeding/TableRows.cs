using Be.Scaffolding.Model;

namespace Be.Postgres.Seeding;

/// <summary>The rows of one table, made one after the other.</summary>
/// <param name="table">The table.</param>
/// <param name="late">The fields that are set afterwards.</param>
/// <param name="targets">What each reference may lead to.</param>
/// <param name="seed">The same number gives the same rows.</param>
internal sealed class TableRows(
    SeedTable table,
    IReadOnlySet<(SeedTable Table, Field Field)> late,
    Func<ReferenceType, RowIds> targets,
    int seed
)
{
    /// <summary>The values of each row in the order of the columns. Ends early when a unique column has no more values.</summary>
    /// <param name="count">How many rows.</param>
    /// <param name="owners">Whose they are, in turn.</param>
    /// <param name="made">Takes the id of each row.</param>
    public IEnumerable<object?[]> Make(int count, IReadOnlyList<Guid> owners, RowIds made)
    {
        var fields = table.Entity.Fields.Select(ValuesOf).ToArray();
        var changes = SeedRandom.Of(seed, table.Name, "updated_at");
        foreach (var row in SeedRow.Of(table, count, seed, owners))
        {
            if (Values(row, fields) is not { } values)
                yield break;
            var updatedAt = changes.Bool(0.3f) ? row.CreatedAt.AddMinutes(changes.Number(1, 10_000)) : row.CreatedAt;
            yield return
            [
                row.Id,
                .. row.Owner is { } owner ? (object?[])[owner] : [],
                .. values,
                row.CreatedAt,
                row.DeletedAt ?? updatedAt,
                .. table.Entity.HidesDeleted ? (object?[])[row.DeletedAt] : [],
            ];
            if (row.DeletedAt is null)
                made.Add(row.Id, row.Owner);
        }
    }

    private IValues? ValuesOf(Field field) =>
        field.Type is not ReferenceType reference ? FieldValues.Of(table, field, seed)
        : late.Contains((table, field)) ? null
        : FieldValues.OfReference(table, field, seed, targets(reference));

    private static object?[]? Values(SeedRow row, IValues?[] fields)
    {
        var values = new object?[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i] is { } field && !field.TryNext(row, out values[i]))
                return null;
        }
        return values;
    }
}
