using System.Collections.Concurrent;
using System.Threading.Channels;
using Acme.Platform.Accounts;

namespace Acme.Platform.Tests.Accounts;

/// <summary>What was mailed to whom.</summary>
internal sealed class Mailbox : IAccountMail
{
    private readonly ConcurrentDictionary<string, Channel<Letter>> letters = new();

    /// <summary>Whether the post is on strike.</summary>
    public bool IsBroken { get; set; }

    public Task SendConfirmationAsync(string address, string token, CancellationToken cancellationToken) =>
        DeliverAsync(address, new Letter("confirm", token));

    public Task SendAlreadyRegisteredAsync(string address, CancellationToken cancellationToken) =>
        DeliverAsync(address, new Letter("already registered", null));

    public Task SendPasswordResetAsync(string address, string token, CancellationToken cancellationToken) =>
        DeliverAsync(address, new Letter("reset", token));

    /// <summary>The next letter to the address, once it is there.</summary>
    public async Task<Letter> NextAsync(string address)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        return await Of(address).Reader.ReadAsync(patience.Token);
    }

    public bool IsEmpty(string address) => Of(address).Reader.Count == 0;

    private Task DeliverAsync(string address, Letter letter)
    {
        if (IsBroken)
            throw new InvalidOperationException($"No mail to {address}.");

        return Of(address).Writer.WriteAsync(letter).AsTask();
    }

    private Channel<Letter> Of(string address) => letters.GetOrAdd(address, _ => Channel.CreateUnbounded<Letter>());
}

/// <param name="About">What it is for.</param>
/// <param name="Token">What is to be sent back, if anything.</param>
internal sealed record Letter(string About, string? Token);
