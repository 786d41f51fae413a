using Microsoft.OpenApi;

namespace Acme.Platform.Validation;

/// <summary>An absolute http or https URL of at most 2,048 characters, in ASCII as RFC 3986 has it.</summary>
public sealed class WebAddressAttribute() : TextAttribute(2048)
{
    protected override string Message => "must be an absolute http or https URL in ASCII";

    protected override bool Holds(object value) =>
        base.Holds(value)
        && ((string)value).All(character => character is > ' ' and <= '~')
        && Uri.TryCreate((string)value, UriKind.Absolute, out var uri)
        && ((string)value).StartsWith(uri.Scheme + "://", StringComparison.Ordinal)
        && uri.Scheme is "http" or "https";

    internal override void Describe(OpenApiSchema schema)
    {
        base.Describe(schema);
        schema.Format = "uri";
        schema.Pattern = "^https?://[!-~]+$";
    }
}
