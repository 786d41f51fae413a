using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Acme.Platform.Errors;

/// <summary>What PostgreSQL refuses, as the caller sees it: by SQLSTATE, and by the constraint's name.</summary>
/// <remarks>SQLSTATE: PostgreSQL manual, appendix A.</remarks>
public sealed class DatabaseErrors(Constraints constraints)
{
    internal ApiError Translate(NpgsqlException exception, string method) => exception switch
    {
        PostgresException refusal => Translate(refusal, method),
        _ => ApiError.Unavailable(),
    };

    private ApiError Translate(PostgresException refusal, string method)
    {
        var about = constraints.FieldsOf(refusal);
        return refusal.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation => ApiError.Taken(about),
            // PostgreSQL 18 says so of "on delete restrict", where the versions before say that the foreign key is violated.
            PostgresErrorCodes.RestrictViolation => ApiError.StillReferredTo(),
            PostgresErrorCodes.ForeignKeyViolation when HttpMethods.IsDelete(method) => ApiError.StillReferredTo(),
            PostgresErrorCodes.ForeignKeyViolation => ApiError.RefersToNothing(about),
            PostgresErrorCodes.CheckViolation or PostgresErrorCodes.NotNullViolation => ApiError.NotAllowed(about),
            ['2', '2', ..] => ApiError.Malformed("A value cannot be stored."),
            ['5', '3', ..] or ['5', '7', ..] or ['0', '8', ..] or ['4', '0', ..] => ApiError.Unavailable(),
            _ => ApiError.FromStatus(500),
        };
    }
}
