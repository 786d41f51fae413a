using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Acme.Platform.Database;

namespace Acme.Platform.Accounts;

/// <summary>
/// Makes the first administrator, from the configuration: when the program starts, or as soon as the database can be reached. A user who has the address
/// already becomes one, with the password that the configuration says.
/// </summary>
internal sealed partial class FirstAdministratorSetup(
    IServiceScopeFactory scopes, IOptions<AccountOptions> options, ILogger<FirstAdministratorSetup> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly FirstAdministrator administrator = options.Value.Administrator;

    /// <exception cref="InvalidOperationException">The password breaks the rules.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!administrator.IsGiven || await TryAsync(cancellationToken))
            return;

        LogWaiting(Pause.TotalSeconds);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
            await Task.Delay(Pause, stoppingToken);
        while (!await TryAsync(stoppingToken));
    }

    /// <returns>Whether there is an administrator now.</returns>
    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await EnsureAsync(scope.ServiceProvider, cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task EnsureAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<DatabaseSession>();
        var roles = services.GetRequiredService<RoleStore>();
        await using var transaction = await database.BeginAsync(cancellationToken);

        // One replica after the other.
        await using var @lock = database.CreateCommand("select 1 from accounts.roles where name = $1 for update");
        await @lock.With(RoleStore.Administrator).ExecuteScalarAsync(cancellationToken);
        if (await roles.HasAdministratorAsync(cancellationToken))
            return;

        var user = await UserAsync(services.GetRequiredService<UserManager<User>>());
        await roles.GrantAsync(user.Id, RoleStore.Administrator, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LogMade(user.Id);
    }

    private async Task<User> UserAsync(UserManager<User> users)
    {
        var known = await users.FindByEmailAsync(administrator.Email!);
        var user = known ?? new User(administrator.Email!);
        user.IsConfirmed = true;
        var result = known is null
            ? await users.CreateAsync(user, administrator.Password!)
            : await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), administrator.Password!);
        return result.Succeeded
            ? user
            : throw new InvalidOperationException($"Accounts:Administrator:Password {string.Join(" and ", result.Errors.Select(error => error.Description))}.");
    }

    [LoggerMessage(LogLevel.Information, "The user {User} is the first administrator.")]
    private partial void LogMade(Guid user);

    [LoggerMessage(LogLevel.Warning, "The first administrator waits for the database and its migrations; asked again every {Seconds:0} s.")]
    private partial void LogWaiting(double seconds);
}
