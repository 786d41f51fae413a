using System.Collections;
using Microsoft.OpenApi;

namespace Acme.Platform.Validation;

/// <summary>A list of at most <paramref name="maxItems"/> items, none of them null.</summary>
public sealed class ItemsAttribute(int maxItems) : RuleAttribute
{
    public int MaxItems { get; } = maxItems;

    protected override string Message => $"must have at most {MaxItems} items, none of them null";

    public override bool IsValid(object? value) => value is null || Holds(value);

    protected override bool Holds(object value) =>
        value is ICollection items && items.Count <= MaxItems && items.Cast<object?>().All(item => item is not null);

    internal override void Describe(OpenApiSchema schema) => schema.MaxItems = MaxItems;
}
