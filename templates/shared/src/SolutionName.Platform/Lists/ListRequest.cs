using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Acme.Platform.Errors;
using Acme.Platform.Json;

namespace Acme.Platform.Lists;

/// <summary>
/// The page of a list that a caller asks for: <c>?status=placed&amp;total[gte]=10&amp;sort=-placedAt&amp;limit=20&amp;cursor=…</c>. What the rules of the
/// list do not name is refused.
/// </summary>
/// <typeparam name="TRow">What it lists.</typeparam>
public sealed class ListRequest<TRow> : IBindableFromHttpContext<ListRequest<TRow>>
{
    private readonly ListRules<TRow> rules;
    private readonly CursorKey key;
    private readonly int limit;

    /// <summary>What a cursor stands for a place in: the same list, filtered and sorted the same.</summary>
    private readonly string scope;

    private ListRequest(ListRules<TRow> rules, CursorKey key, int limit, string scope, ListQuery query)
    {
        (this.rules, this.key, this.limit, this.scope) = (rules, key, limit, scope);
        Query = query;
    }

    /// <summary>The rows of the page, and one more: that tells whether there is another page.</summary>
    public ListQuery Query { get; }

    /// <summary>Reads the query string; ASP.NET Core calls this.</summary>
    static async ValueTask<ListRequest<TRow>?> IBindableFromHttpContext<ListRequest<TRow>>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var rules = context.GetEndpoint()!.Metadata.GetRequiredMetadata<ListRules<TRow>>();
        var key = context.RequestServices.GetRequiredService<CursorKey>();
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var conditions = new List<Condition>();
        foreach (var pair in new QueryStringEnumerable(context.Request.QueryString.Value))
        {
            var name = pair.DecodeName().ToString();
            if (!given.TryAdd(name, pair.DecodeValue().ToString()))
                throw Refused(name, "is given twice");
            if (name == Include.Parameter && context.GetEndpoint()!.Metadata.GetMetadata<IncludeRules>() is null)
                throw Refused(name, "is not known here");
            if (!ListLimits.IsParameter(name))
                conditions.Add(ReadCondition(rules, name, pair.EncodedValue.ToString()));
        }

        var limit = ReadLimit(given.GetValueOrDefault("limit"));
        var sort = rules.FindSort(given.GetValueOrDefault("sort"), conditions)
            ?? throw Refused("sort", "must be one of " + string.Join("; ", ((IListRules)rules).Sorts));
        var scope = Scope(context.Request.Path, given);
        var after = given.TryGetValue("cursor", out var cursor)
            ? ReadPlace(rules, sort, Cursor.Read(cursor, scope, await key.GetAsync(context.RequestAborted)))
            : null;
        return new ListRequest<TRow>(rules, key, limit, scope, new ListQuery(conditions, sort, after, limit + 1));
    }

    /// <summary>The same, of the rows alone that have this value: what hangs on another row is a list of its own, at an address below that.</summary>
    public ListRequest<TRow> Where(string field, object value) =>
        new(rules, key, limit, scope, Query.Where(field, value));

    /// <summary>Makes the page of the rows of <see cref="Query"/>.</summary>
    public Task<Listing<TResponse>> PageAsync<TResponse>(
        IReadOnlyList<TRow> rows, Func<TRow, TResponse> response, CancellationToken cancellationToken) =>
        PageAsync(rows, shown => Task.FromResult<IReadOnlyList<TResponse>>([.. shown.Select(response)]), cancellationToken);

    /// <summary>Makes the page of the rows of <see cref="Query"/>, and of what is included with those that it shows.</summary>
    public async Task<Listing<TResponse>> PageAsync<TResponse>(
        IReadOnlyList<TRow> rows, Func<IReadOnlyList<TRow>, Task<IReadOnlyList<TResponse>>> responses, CancellationToken cancellationToken)
    {
        var next = rows.Count > limit ? Cursor.Write(PlaceOf(rows[limit - 1]), scope, await key.GetAsync(cancellationToken)) : null;
        return new Listing<TResponse>(await responses([.. rows.Take(limit)]), new PageInfo(limit, next));
    }

    private static Condition ReadCondition(ListRules<TRow> rules, string parameter, string encoded)
    {
        var (name, comparison) = parameter.EndsWith(']') && parameter.IndexOf('[', StringComparison.Ordinal) is > 0 and var bracket
            ? (parameter[..bracket], parameter[(bracket + 1)..^1])
            : (parameter, "eq");
        if (rules.Find(name) is not { } field)
            throw Refused(parameter, "is not known here");

        var found = field.Comparisons().Where(pair => pair.Key == comparison).Select(pair => (Comparison?)pair.Value).SingleOrDefault()
            ?? throw Refused(parameter, $"is not known here: {name} takes {string.Join(", ", field.Comparisons().Select(pair => pair.Key))}");
        // A comma that belongs to a value is written %2C (RFC 3986, 2.2).
        string[] values = found == Comparison.In ? encoded.Split(',') : [encoded];
        if (values.Length > ListLimits.Values)
            throw Refused(parameter, $"has more than {ListLimits.Values} values");

        try
        {
            return new Condition(name, found, [.. values.Select(value => field.Read(found, Uri.UnescapeDataString(value.Replace('+', ' '))))]);
        }
        catch (ValueException exception)
        {
            throw Refused(parameter, exception.Message);
        }
    }

    private static int ReadLimit(string? text)
    {
        if (text is null)
            return ListLimits.Default;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit < 1)
            throw Refused("limit", $"must be a whole number from 1 to {ListLimits.Most}");

        return (int)Math.Min(limit, ListLimits.Most);
    }

    private static string Scope(PathString path, Dictionary<string, string> given)
    {
        var scope = new StringBuilder(path.Value);
        foreach (var (name, value) in given.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (name is not ("limit" or "cursor" or Include.Parameter))
                scope.Append('\0').Append(name).Append('\0').Append(value);
        }

        return scope.ToString();
    }

    private JsonElement[] PlaceOf(TRow row) =>
        [.. Query.Sort.Select(sort => JsonSerializer.SerializeToElement(rules.Find(sort.Field)!.Value(row), JsonRules.Options))];

    private static object?[] ReadPlace(ListRules<TRow> rules, IReadOnlyList<SortField> sort, JsonElement[]? place)
    {
        if (place?.Length != sort.Count)
            throw Refused("cursor", "is none of this list, as it is filtered and sorted now");

        return [.. sort.Zip(place, (sorted, value) => value.ValueKind == JsonValueKind.Null
            ? null
            : value.Deserialize(rules.Find(sorted.Field)!.Type, JsonRules.Options))];
    }

    private static ApiException Refused(string parameter, string message) => new(ApiError.Invalid(parameter, message));
}
