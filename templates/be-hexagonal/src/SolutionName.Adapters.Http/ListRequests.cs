using Acme.Platform.Lists;

namespace Acme.Adapters.Http;

internal static class ListRequests
{
    /// <summary>What is asked for, in the words of the application.</summary>
    public static Application.Lists.ListQuery ToQuery<TRow>(this ListRequest<TRow> list) => new(
        [.. list.Query.Conditions.Select(one => new Application.Lists.Condition(one.Field, (Application.Lists.Comparison)one.Comparison, one.Values))],
        [.. list.Query.Sort.Select(key => new Application.Lists.SortField(key.Field, key.Descending))],
        list.Query.After,
        list.Query.Limit);
}
