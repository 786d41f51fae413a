namespace Acme.Platform.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Data">The rows, in order.</param>
/// <param name="Page">Where the page stands.</param>
public sealed record Listing<T>(IReadOnlyList<T> Data, PageInfo Page);

/// <param name="Limit">How many rows a page holds at most.</param>
/// <param name="NextCursor">What to send as <c>cursor</c> for the next page; null on the last.</param>
public sealed record PageInfo(int Limit, string? NextCursor);
