using Microsoft.OpenApi;
using Acme.Platform.Validation;

namespace Acme.Platform.Accounts;

/// <summary>A password. What else a new one has to be, <see cref="AccountsSetup"/> says, and refuses those that are not.</summary>
internal sealed class PasswordAttribute() : TextAttribute(128)
{
    public const int MinLength = 12;

    /// <summary>Whether it is one to have from now on.</summary>
    public bool IsNew { get; init; }

    internal override void Describe(OpenApiSchema schema)
    {
        base.Describe(schema);
        (schema.Format, schema.Examples) = ("password", ["correct horse battery staple"]);
        if (IsNew)
            schema.MinLength = MinLength;
    }
}
