namespace Acme.Platform.Validation;

/// <summary>Says that the members of a response hold what the rules of a request let in. The OpenAPI document shows them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameRulesAsAttribute(Type request) : Attribute
{
    /// <summary>Where members of the same names have the rules.</summary>
    public Type Request { get; } = request;
}
