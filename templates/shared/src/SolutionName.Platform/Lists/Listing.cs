using System.ComponentModel.DataAnnotations;
using Acme.Platform.Limits;
using Acme.Platform.Validation;

namespace Acme.Platform.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Data">The rows, in order.</param>
/// <param name="Page">Where the page stands.</param>
public sealed record Listing<T>([property: Items(ListLimits.Most)] IReadOnlyList<T> Data, PageInfo Page);

/// <param name="Limit">How many rows a page holds at most.</param>
/// <param name="NextCursor">What to send as <c>cursor</c> for the next page; null on the last.</param>
public sealed record PageInfo(
    [property: Range(1, ListLimits.Most)] int Limit,
    [property: MaxLength(PageInfo.MaxCursorLength), RegularExpression(PageInfo.CursorPattern)] string? NextCursor)
{
    /// <summary>A cursor comes back in the address of a request.</summary>
    internal const int MaxCursorLength = ServerLimits.MaxLineBytes;

    internal const string CursorPattern = "^[A-Za-z0-9_-]+$";
}
