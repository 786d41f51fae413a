using Npgsql;

namespace Acme.Platform.Database;

/// <summary>
/// Does again what PostgreSQL undid because of somebody else: a deadlock, a transaction that could not be serialized, a statement prepared before a
/// migration changed the type of a column.
/// </summary>
internal static class Repetition
{
    private const int Attempts = 4;

    /// <summary>Where PostgreSQL says "cached plan must not change result type"; Npgsql then prepares the statement anew.</summary>
    private const string StalePlan = "RevalidateCachedQuery";

    /// <param name="work">What has had no effect when it fails.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (PostgresException undone) when (attempt < Attempts && IsNobodysFault(undone))
            {
                // At different times, or they would meet again.
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(10, 50 * attempt)), cancellationToken);
            }
        }
    }

    private static bool IsNobodysFault(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
        || failure is { SqlState: PostgresErrorCodes.FeatureNotSupported, Routine: StalePlan };
}
