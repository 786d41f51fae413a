using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Acme.Platform.Validation;

/// <summary>An e-mail address as far as a form can tell: something, an at sign, something; at most 254 characters (RFC 5321).</summary>
public sealed partial class EmailAttribute() : TextAttribute(254)
{
    protected override string Message => "must be an e-mail address";

    protected override bool Holds(object value) => base.Holds(value) && Address().IsMatch((string)value);

    internal override void Describe(OpenApiSchema schema)
    {
        base.Describe(schema);
        schema.Format = "email";
        schema.Pattern = @"^[^@\s]+@[^@\s]+$";
    }

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\z")]
    private static partial Regex Address();
}
