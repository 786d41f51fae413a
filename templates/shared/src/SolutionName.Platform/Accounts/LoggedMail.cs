using Microsoft.Extensions.Logging;

namespace Acme.Platform.Accounts;

/// <summary>Writes to the log what would be mailed. For development only: there is a person's address in it, and a token that is as good as a password.</summary>
internal sealed partial class LoggedMail(ILogger<LoggedMail> logger) : IAccountMail
{
    public Task SendConfirmationAsync(string address, string token, CancellationToken cancellationToken)
    {
        LogConfirmation(address, token);
        return Task.CompletedTask;
    }

    public Task SendAlreadyRegisteredAsync(string address, CancellationToken cancellationToken)
    {
        LogAlreadyRegistered(address);
        return Task.CompletedTask;
    }

    public Task SendPasswordResetAsync(string address, string token, CancellationToken cancellationToken)
    {
        LogPasswordReset(address, token);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Mail to {Address}: to confirm it, POST this token to /api/v1/account/confirm: {Token}")]
    private partial void LogConfirmation(string address, string token);

    [LoggerMessage(LogLevel.Information, "Mail to {Address}: it is registered already; to choose a new password, reset it.")]
    private partial void LogAlreadyRegistered(string address);

    [LoggerMessage(LogLevel.Information, "Mail to {Address}: to reset the password, POST this token to /api/v1/account/reset-password: {Token}")]
    private partial void LogPasswordReset(string address, string token);
}
