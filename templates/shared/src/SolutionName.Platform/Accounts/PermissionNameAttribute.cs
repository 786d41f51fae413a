using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Acme.Platform.Validation;

namespace Acme.Platform.Accounts;

/// <summary>The name of a permission: <c>orders:read</c>.</summary>
internal sealed partial class PermissionNameAttribute : RuleAttribute
{
    private const string Pattern = "^[a-z0-9][a-z0-9.-]{0,99}:(read|write)$";

    protected override string Message => "must be the name of a permission, such as orders:read";

    internal override void Describe(OpenApiSchema schema) => (schema.Pattern, schema.MaxLength) = (Pattern, 106);

    protected override bool Holds(object value) => value is string text && Name().IsMatch(text) && !text.EndsWith('\n');

    [GeneratedRegex(Pattern)]
    private static partial Regex Name();
}
