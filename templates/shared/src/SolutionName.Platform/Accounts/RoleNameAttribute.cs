using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Acme.Platform.Validation;

namespace Acme.Platform.Accounts;

/// <summary>The name of a role: <c>member</c>.</summary>
internal sealed partial class RoleNameAttribute : RuleAttribute
{
    private const int MaxLength = 50;

    protected override string Message => "must be 1 to 50 of a-z, 0-9 and -, and begin with a letter";

    internal override void Describe(OpenApiSchema schema) =>
        (schema.MaxLength, schema.Pattern, schema.Examples) = (MaxLength, "^[a-z][a-z0-9-]*$", ["member"]);

    protected override bool Holds(object value) => value is string { Length: <= MaxLength } text && Name().IsMatch(text);

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\z")]
    private static partial Regex Name();
}
