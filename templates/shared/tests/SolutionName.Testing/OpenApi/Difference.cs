namespace Acme.Testing.OpenApi;

/// <summary>What an API does otherwise than before.</summary>
/// <param name="Kind">What it means to those who call.</param>
/// <param name="Where">The operation and the place in it: <c>POST /api/v1/orders, body.total</c>.</param>
/// <param name="What">The rest of a sentence that begins with the place.</param>
public sealed record Difference(DifferenceKind Kind, string Where, string What)
{
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant(),-8}  {Where} {What}";
}

/// <summary>What a difference means to programs that call the API.</summary>
public enum DifferenceKind
{
    /// <summary>They may fail.</summary>
    Breaking,

    /// <summary>They go on, and what they rely on reads otherwise.</summary>
    Changed,

    /// <summary>They need not know.</summary>
    Added,
}
