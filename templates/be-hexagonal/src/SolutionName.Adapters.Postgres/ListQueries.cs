using Acme.Platform.Lists;

namespace Acme.Adapters.Postgres;

internal static class ListQueries
{
    /// <summary>What is asked for, in the words of <see cref="ListTable"/>.</summary>
    public static ListQuery ToSql(this Application.Lists.ListQuery query) => new(
        [.. query.Conditions.Select(one => new Condition(one.Field, (Comparison)one.Comparison, one.Values))],
        [.. query.Sort.Select(key => new SortField(key.Field, key.Descending))],
        query.After,
        query.Limit);
}
