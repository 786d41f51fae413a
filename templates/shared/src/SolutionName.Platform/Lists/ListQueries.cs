namespace Acme.Platform.Lists;

/// <summary>Makes queries of others.</summary>
public static class ListQueries
{
    /// <summary>The same, of the rows alone that have this value.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="field">One of the table's, as callers would call it.</param>
    /// <param name="value">What the field must be.</param>
    public static ListQuery Where(this ListQuery query, string field, object value) =>
        query with { Conditions = [.. query.Conditions, new Condition(field, Comparison.Equal, [value])] };
}
