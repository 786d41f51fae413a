using Acme.Application.Lists;

namespace Acme.Application.Tests;

/// <summary>What a store promises, kept without a database: the base of each port's stand-in.</summary>
public abstract class InMemoryStore<TId, TRow>
    where TId : struct, IComparable<TId>
    where TRow : class
{
    private readonly SortedDictionary<TId, TRow> rows = [];
    private readonly Dictionary<TId, TRow> deleted = [];
    private uint changes;

    public Task<TRow> InsertAsync(TRow row, CancellationToken cancellationToken)
    {
        var stored = Inserted(row, ++changes);
        rows.Add(IdOf(stored), stored);
        return Task.FromResult(stored);
    }

    public Task<TRow?> FindAsync(TId id, CancellationToken cancellationToken) => Task.FromResult(rows.GetValueOrDefault(id));

    public Task<Dictionary<TId, TRow>> FindManyAsync(IReadOnlyCollection<TId> ids, CancellationToken cancellationToken) =>
        Task.FromResult(rows.Where(row => ids.Contains(row.Key)).ToDictionary());

    public Task<List<TRow>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var found = rows.Values.Where(row => query.Conditions.All(condition => Meets(row, condition))).ToList();
        found.Sort((one, other) => Compare(query.Sort, field => Value(one, field), field => Value(other, field)));
        var after = query.After is { } place ? query.Sort.Zip(place).ToDictionary(pair => pair.First.Field, pair => pair.Second) : null;
        return Task.FromResult(
            found.Where(row => after is null || Compare(query.Sort, field => Value(row, field), field => after[field]) > 0).Take(query.Limit).ToList());
    }

    public Task<TRow?> UpdateAsync(TRow row, CancellationToken cancellationToken)
    {
        if (!rows.TryGetValue(IdOf(row), out var current) || VersionOf(current) != VersionOf(row))
            return Task.FromResult<TRow?>(null);

        return Task.FromResult<TRow?>(rows[IdOf(row)] = Updated(row, ++changes));
    }

    public Task<bool> DeleteAsync(TId id, IReadOnlyCollection<uint>? versions, CancellationToken cancellationToken) =>
        Task.FromResult(
            rows.TryGetValue(id, out var row) && versions?.Contains(VersionOf(row)) is not false && rows.Remove(id) && deleted.TryAdd(id, row));

    public Task<TRow?> RestoreAsync(TId id, CancellationToken cancellationToken)
    {
        if (deleted.Remove(id, out var row))
            rows.Add(id, Updated(row, ++changes));

        return FindAsync(id, cancellationToken);
    }

    private static bool Meets(TRow row, Condition condition)
    {
        var value = Value(row, condition.Field);
        var order = value is null ? null : (int?)Comparer<object>.Default.Compare(value, condition.Values[0]);
        return condition.Comparison switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.In => condition.Values.Contains(value),
            Comparison.Greater => order > 0,
            Comparison.GreaterOrEqual => order >= 0,
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            _ => value is string text && text.Contains((string)condition.Values[0], StringComparison.OrdinalIgnoreCase),
        };
    }

    private static int Compare(IReadOnlyList<SortField> sort, Func<string, object?> one, Func<string, object?> other)
    {
        foreach (var key in sort)
        {
            var order = (one(key.Field), other(key.Field)) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                var (left, right) => Comparer<object>.Default.Compare(left, right),
            };
            if (order != 0)
                return key.Descending ? -order : order;
        }

        return 0;
    }

    private static object? Value(TRow row, string field) =>
        typeof(TRow).GetProperty(char.ToUpperInvariant(field[0]) + field[1..])!.GetValue(row);

    protected abstract TId IdOf(TRow row);

    protected abstract uint VersionOf(TRow row);

    /// <summary>The row as the database would give it back after an insert.</summary>
    /// <param name="change">Counts up: good for an id and a version.</param>
    protected abstract TRow Inserted(TRow row, uint change);

    protected abstract TRow Updated(TRow row, uint change);
}
