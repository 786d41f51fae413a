using Microsoft.AspNetCore.Http;
#if (accounts)
using Acme.Platform.Access;
#endif
using Acme.Platform.Errors;

namespace Acme.Platform.Lists;

/// <summary>The rows that a caller wants beside those that it asks for: <c>?include=customer,referrer</c>.</summary>
public sealed class Include
{
    internal const string Parameter = "include";

    private readonly string[] names;

    private Include(string[] names) => this.names = names;

    public bool IsEmpty => names.Length == 0;

    /// <summary>Reads the query string; ASP.NET Core calls this.</summary>
    public static ValueTask<Include> BindAsync(HttpContext context)
    {
        var rules = context.GetEndpoint()!.Metadata.GetRequiredMetadata<IncludeRules>();
        var given = context.Request.Query[Parameter];
        if (given.Count > 1)
            throw Refused("is given twice");

        string[] names = given is [{ } text] ? text.Split(',') : [];
        if (!names.All(rules.Names.Contains))
            throw Refused($"must be one or more of {string.Join(", ", rules.Names)}, with commas between them");
#if (accounts)
        if (!names.All(name => context.User.Has(rules.PermissionFor(name))))
            throw new ApiException(ApiError.FromStatus(StatusCodes.Status403Forbidden));
#endif

        return ValueTask.FromResult(new Include(names));
    }

    /// <summary>The rows of one name, by id: one query for all of them, and none where nobody asked or nothing refers to one.</summary>
    /// <param name="name">What refers to them.</param>
    /// <param name="ids">Theirs, as often as they are referred to.</param>
    /// <param name="find">Reads rows by their ids.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Dictionary<TId, TRow>> FindAsync<TId, TRow>(
        string name,
        IEnumerable<TId> ids,
        Func<IReadOnlyCollection<TId>, CancellationToken, Task<Dictionary<TId, TRow>>> find,
        CancellationToken cancellationToken)
        where TId : notnull
    {
        HashSet<TId> wanted = names.Contains(name) ? [.. ids] : [];
        return wanted.Count == 0 ? [] : await find(wanted, cancellationToken);
    }

    private static ApiException Refused(string message) => new(ApiError.Invalid(Parameter, message));
}
