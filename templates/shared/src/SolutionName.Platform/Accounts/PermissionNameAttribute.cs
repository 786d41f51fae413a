using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Acme.Platform.Access;
using Acme.Platform.Validation;

namespace Acme.Platform.Accounts;

/// <summary>The name of a permission: <c>orders:read</c>.</summary>
internal sealed partial class PermissionNameAttribute : RuleAttribute
{
    private const string Pattern = "^[a-z0-9][a-z0-9.-]{0,99}:(read|write)$";

    /// <summary>Whether it may be the one to do everything, which administrators have.</summary>
    public bool OrEverything { get; init; }

    protected override string Message => "must be the name of a permission, such as orders:read";

    internal override void Describe(OpenApiSchema schema) =>
        (schema.MaxLength, schema.Pattern, schema.Examples) = (106, OrEverything ? $@"^\*$|{Pattern}" : Pattern, ["orders:read"]);

    protected override bool Holds(object value) =>
        value is string text && ((Name().IsMatch(text) && !text.EndsWith('\n')) || (OrEverything && text == Permissions.Everything));

    [GeneratedRegex(Pattern)]
    private static partial Regex Name();
}
