using System.Reflection;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Acme.Platform.Accounts;

/// <summary>What the OpenAPI document says of the tokens: their type is ASP.NET Core's, without rules on its members.</summary>
internal static class TokenDescription
{
    /// <summary>Of a token: an access token has to fit into the headers of a request.</summary>
    public const int MaxLength = 16_000;

    public static void AddTo(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonPropertyInfo?.AttributeProvider is not PropertyInfo property || property.DeclaringType != typeof(AccessTokenResponse))
            return;

        if (property.Name == nameof(AccessTokenResponse.TokenType))
            (schema.Type, schema.Enum) = (JsonSchemaType.String, ["Bearer"]);
        else if (property.Name == nameof(AccessTokenResponse.ExpiresIn))
            (schema.Minimum, schema.Maximum) = ("0", AccountOptions.MaxAccessTokenLifetime.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        else
            (schema.MaxLength, schema.Pattern) = (MaxLength, "^[A-Za-z0-9_-]+$");
    }
}
