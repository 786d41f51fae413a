using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Acme.Platform.Errors;

namespace Acme.Platform.Lists;

/// <summary>Which page a caller wants: <c>?limit=20&amp;cursor=…</c>. Any other parameter is refused.</summary>
public sealed class PageRequest : IEndpointParameterMetadataProvider
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;

    private readonly string? cursor;

    private PageRequest(int limit, string? cursor)
    {
        Limit = limit;
        this.cursor = cursor;
    }

    /// <summary>1 to 100.</summary>
    public int Limit { get; }

    /// <summary>One row more than the page holds tells whether there is another page.</summary>
    public int Fetch => Limit + 1;

    /// <summary>Reads the query string; ASP.NET Core calls this.</summary>
    public static ValueTask<PageRequest> BindAsync(HttpContext context)
    {
        var query = context.Request.Query;
        foreach (var (name, values) in query)
        {
            if (name is not ("limit" or "cursor"))
                throw Refused(name, "is not known here");
            if (values.Count > 1)
                throw Refused(name, "is given twice");
        }

        return ValueTask.FromResult(new PageRequest(ReadLimit(query["limit"]), query["cursor"]));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new ListMetadata());

    /// <summary>The key of the row that the page comes after; null for the first page.</summary>
    public T? After<T>()
        where T : struct, ISpanParsable<T> =>
        cursor is null ? null : Cursor.TryRead<T>(cursor, out var key) ? key : throw Refused("cursor", "is not one of ours");

    /// <summary>Makes the page of what was fetched with <see cref="Fetch"/>.</summary>
    public Listing<TResponse> Of<TRow, TResponse, TKey>(List<TRow> rows, Func<TRow, TKey> key, Func<TRow, TResponse> response)
        where TKey : ISpanFormattable
    {
        var page = rows.Take(Limit).ToList();
        var next = rows.Count > Limit ? Cursor.Write(key(page[^1])) : null;
        return new Listing<TResponse>([.. page.Select(response)], new PageInfo(Limit, next));
    }

    private static int ReadLimit(string? text)
    {
        if (text is null)
            return DefaultLimit;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit < 1)
            throw Refused("limit", $"must be a whole number from 1 to {MaxLimit}");

        return (int)Math.Min(limit, MaxLimit);
    }

    private static ApiException Refused(string parameter, string message) => new(ApiError.Invalid(parameter, message));
}

/// <summary>Marks an endpoint as a list, so that its OpenAPI operation shows the parameters.</summary>
internal sealed class ListMetadata;
