namespace Be.Postgres.Seeding;

/// <summary>The rows of a table that others may refer to, in the order in which they were made.</summary>
internal sealed class RowIds
{
    private readonly List<(object Id, Guid? Owner)> rows = [];
    private readonly List<object> ids = [];
    private readonly Dictionary<Guid, List<object>> byOwner = [];

    public IReadOnlyList<(object Id, Guid? Owner)> Rows => rows;

    /// <summary>Whose rows they are; nobody's where rows have no owner.</summary>
    public IReadOnlyCollection<Guid> Owners => byOwner.Keys;

    public void Add(object id, Guid? owner)
    {
        rows.Add((id, owner));
        ids.Add(id);
        if (owner is not { } known)
            return;
        if (!byOwner.TryGetValue(known, out var theirs))
            byOwner.Add(known, theirs = []);
        theirs.Add(id);
    }

    /// <summary>Those that a row of an owner may refer to: theirs; all where rows have no owner, or the row has none.</summary>
    public IReadOnlyList<object> For(Guid? owner) =>
        owner is not { } known || byOwner.Count == 0 ? ids : byOwner.GetValueOrDefault(known) ?? [];
}
