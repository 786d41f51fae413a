using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Acme.Platform.Health;

/// <summary>Ready means that the database answers within two seconds.</summary>
internal sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // Npgsql may take longer to give up.
            await AskAsync().WaitAsync(Patience, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", exception);
        }
    }

    private async Task AskAsync()
    {
        await using var command = database.CreateCommand("select 1");
        command.CommandTimeout = (int)Patience.TotalSeconds;
        await command.ExecuteScalarAsync(CancellationToken.None);
    }
}
