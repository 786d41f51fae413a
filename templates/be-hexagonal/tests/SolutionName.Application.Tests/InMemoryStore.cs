namespace Acme.Application.Tests;

/// <summary>What a store promises, kept without a database: the base of each port's stand-in.</summary>
public abstract class InMemoryStore<TId, TRow>
    where TId : struct, IComparable<TId>
    where TRow : class
{
    private readonly SortedDictionary<TId, TRow> rows = [];
    private uint changes;

    public Task<TRow> InsertAsync(TRow row, CancellationToken cancellationToken)
    {
        var stored = Inserted(row, ++changes);
        rows.Add(IdOf(stored), stored);
        return Task.FromResult(stored);
    }

    public Task<TRow?> FindAsync(TId id, CancellationToken cancellationToken) => Task.FromResult(rows.GetValueOrDefault(id));

    public Task<List<TRow>> ListAsync(TId? after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(rows.Where(row => after is not { } key || row.Key.CompareTo(key) > 0).Take(limit).Select(row => row.Value).ToList());

    public Task<TRow?> UpdateAsync(TRow row, CancellationToken cancellationToken)
    {
        if (!rows.TryGetValue(IdOf(row), out var current) || VersionOf(current) != VersionOf(row))
            return Task.FromResult<TRow?>(null);

        return Task.FromResult<TRow?>(rows[IdOf(row)] = Updated(row, ++changes));
    }

    public Task<bool> DeleteAsync(TId id, IReadOnlyCollection<uint>? versions, CancellationToken cancellationToken) =>
        Task.FromResult(rows.TryGetValue(id, out var row) && versions?.Contains(VersionOf(row)) is not false && rows.Remove(id));

    protected abstract TId IdOf(TRow row);

    protected abstract uint VersionOf(TRow row);

    /// <summary>The row as the database would give it back after an insert.</summary>
    /// <param name="change">Counts up: good for an id and a version.</param>
    protected abstract TRow Inserted(TRow row, uint change);

    protected abstract TRow Updated(TRow row, uint change);
}
