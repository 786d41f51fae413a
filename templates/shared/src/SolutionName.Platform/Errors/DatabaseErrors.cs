using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Acme.Platform.Errors;

/// <summary>What PostgreSQL refuses, as the caller sees it: by SQLSTATE, and by the constraint's name.</summary>
/// <remarks>SQLSTATE: PostgreSQL manual, appendix A.</remarks>
public sealed class DatabaseErrors(IEnumerable<ConstraintFields> modules)
{
    private readonly Dictionary<string, ConstraintFields> fields = modules.ToDictionary(module => module.Schema, StringComparer.Ordinal);

    internal ApiError Translate(NpgsqlException exception, string method) => exception switch
    {
        PostgresException refusal => Translate(refusal, method),
        _ => ApiError.Unavailable(),
    };

    private ApiError Translate(PostgresException refusal, string method)
    {
        var field = fields.GetValueOrDefault(refusal.SchemaName ?? "")?.GetValueOrDefault(refusal.ConstraintName ?? "");

        return refusal.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation =>
                About(ApiError.Conflict("Another row has this value already."), field, "is taken"),
            PostgresErrorCodes.ForeignKeyViolation when HttpMethods.IsDelete(method) =>
                ApiError.Conflict("Other rows still refer to this one."),
            PostgresErrorCodes.ForeignKeyViolation => About(ApiError.Unprocessable(), field, "refers to nothing"),
            PostgresErrorCodes.CheckViolation or PostgresErrorCodes.NotNullViolation =>
                About(ApiError.Unprocessable(), field, "is not allowed"),
            ['2', '2', ..] => ApiError.Malformed("A value cannot be stored."),
            ['5', '3', ..] or ['5', '7', ..] or ['0', '8', ..] or ['4', '0', ..] => ApiError.Unavailable(),
            _ => ApiError.FromStatus(500),
        };
    }

    private static ApiError About(ApiError error, string? field, string message) =>
        field is null ? error : error with { Details = [new(field, message)] };
}

/// <summary>The constraints of a module's tables, each with the request member that it is about.</summary>
public sealed class ConstraintFields(string schema) : Dictionary<string, string>(StringComparer.Ordinal)
{
    public string Schema { get; } = schema;
}
