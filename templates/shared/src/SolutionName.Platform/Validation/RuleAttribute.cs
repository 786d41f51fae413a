using System.Collections;
using System.ComponentModel.DataAnnotations;
using Microsoft.OpenApi;

namespace Acme.Platform.Validation;

/// <summary>A rule on the value of a request member, or of a parameter; on a list it holds for each item. Null is <see cref="RequiredAttribute"/>'s affair.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class RuleAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        IEnumerable items and not string and not byte[] => items.Cast<object?>().All(item => item is not null && Holds(item)),
        _ => Holds(value),
    };

    public override string FormatErrorMessage(string name) => Message;

    /// <summary>The rest of a sentence that begins with the field: <c>must be an e-mail address</c>.</summary>
    protected abstract string Message { get; }

    protected abstract bool Holds(object value);

    /// <summary>Writes the rule into the OpenAPI schema of the value.</summary>
    internal virtual void Describe(OpenApiSchema schema)
    {
    }
}
