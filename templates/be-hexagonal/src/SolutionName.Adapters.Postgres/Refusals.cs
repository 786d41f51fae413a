using Npgsql;
using Acme.Application;
using Acme.Platform.Errors;

namespace Acme.Adapters.Postgres;

/// <summary>What PostgreSQL refuses, in the words of the application.</summary>
/// <remarks>SQLSTATE: PostgreSQL manual, appendix A.</remarks>
public sealed class Refusals(Constraints constraints)
{
    /// <summary>Waits for a statement to end.</summary>
    /// <param name="statement">A running statement.</param>
    /// <param name="brokenReference">What it means that a foreign key stands against it.</param>
    /// <exception cref="RefusedException">A unique constraint or a foreign key stands against it.</exception>
    public async Task<T> TranslateAsync<T>(Task<T> statement, RefusalReason brokenReference = RefusalReason.RefersToNothing)
    {
        try
        {
            return await statement;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new RefusedException(RefusalReason.Duplicate, constraints.FieldsOf(exception));
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new RefusedException(brokenReference, constraints.FieldsOf(exception));
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.RestrictViolation)
        {
            // PostgreSQL 18 says so of "on delete restrict", where the versions before say that the foreign key is violated.
            throw new RefusedException(RefusalReason.StillReferredTo);
        }
    }
}
