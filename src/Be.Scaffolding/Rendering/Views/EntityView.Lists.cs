using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <content>What its lists are filtered and sorted by.</content>
internal sealed partial class EntityView
{
    /// <summary>The sorts that it declares, beside those by one field that has an index anyway.</summary>
    public IReadOnlyList<SortView> Sorts { get; }

    /// <summary>The sorts by one field.</summary>
    public IEnumerable<SortView> SimpleSorts =>
        [
            SortView.Of(this, "id"),
            .. Fields.Where(column => column.IsSorted).Select(column => SortView.Of(this, column.Json)),
            SortView.Of(this, "createdAt"),
        ];

    public IEnumerable<SortView> AllSorts => SimpleSorts.Concat(Sorts);

    /// <summary>What lists are filtered and sorted by.</summary>
    public IEnumerable<ListFieldView> ListFields =>
        [
            new("id", "Id", "FilterAndSort", "id", false, FieldView.FilterTypeOf(IdType)),
            .. Fields.Where(column => column.IsFiltered).Select(ListFieldView.Of),
            new("createdAt", "CreatedAt", "FilterAndSort", "created_at", false, FieldView.FilterTypeOf("DateTimeOffset")),
            new("updatedAt", "UpdatedAt", "Filter", "updated_at", false, FieldView.FilterTypeOf("DateTimeOffset")),
        ];

    public IReadOnlyList<string> ListColumnLines =>
        Wrap([.. IsOwned ? (string[])["\"owner_id\""] : [], .. ListFields.Select(column => column.ColumnLiteral)]);

    /// <summary>Fields that a sample has a value of, and that lists are filtered by.</summary>
    public IEnumerable<FieldView> FilteredSamples => SampleFields.Where(column => column.IsFiltered);

    public IEnumerable<FieldView> RangedSamples => FilteredSamples.Where(column => column.IsRanged);
    public IEnumerable<FieldView> SearchedSamples => FilteredSamples.Where(column => column.IsSearched && column.TextLimit is 0 or >= 3);

    /// <summary>What holds for the rows of a list, whatever is asked for.</summary>
    public string WhereListed =>
        (IsOwned, HidesDeleted) switch
        {
            (true, _) => $" where owner_id = '{Guid.Empty}'{AndLive}",
            (false, true) => " where deleted_at is null",
            _ => "",
        };
}
