using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Acme.Platform.Errors;

namespace Acme.Platform.Accounts;

/// <summary>Sends mail after the request that asks for it: how long that takes tells nobody whether there is somebody to send it to.</summary>
/// <remarks>In memory: what a program that is killed has not sent is asked for again.</remarks>
internal sealed partial class MailQueue(IServiceScopeFactory scopes, ILogger<MailQueue> logger) : BackgroundService
{
    private readonly Channel<Func<IAccountMail, Task>> waiting = Channel.CreateBounded<Func<IAccountMail, Task>>(1_000);

    /// <exception cref="ApiException">Too much is waiting.</exception>
    public void Add(Func<IAccountMail, Task> send)
    {
        if (!waiting.Writer.TryWrite(send))
            throw new ApiException(ApiError.Unavailable());
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        if (ExecuteTask is { } sending)
            await sending.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var send in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await send(scope.ServiceProvider.GetRequiredService<IAccountMail>());
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                LogUnsent(exception.GetType().Name);
            }
        }
    }

    // Not the exception itself: its text may name the address.
    [LoggerMessage(LogLevel.Error, "Mail to a user could not be sent: {Failure}.")]
    private partial void LogUnsent(string failure);
}
