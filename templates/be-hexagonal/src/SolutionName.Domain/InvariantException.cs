namespace Acme.Domain;

/// <summary>An entity cannot be made, or changed, so.</summary>
/// <param name="member">The property.</param>
/// <param name="message">The rest of a sentence that begins with it: <c>must have at most 32 characters</c>.</param>
public sealed class InvariantException(string member, string message) : Exception(message)
{
    public string Member { get; } = member;
}
