using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace Acme.Platform.Tests.Trouble;

/// <summary>Callers who go on calling, one request after the other, until it is disposed.</summary>
internal sealed class Load : IAsyncDisposable
{
    private const int Callers = 8;

    /// <summary>The database is there, or it is said to be away; anything else is a bug.</summary>
    private static readonly int[] Expected = [200, 503];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource end = new();
    private readonly HttpClient client;
    private readonly Task calling;

    public Load(Uri api, string url)
    {
        client = new HttpClient { BaseAddress = api };
        calling = Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(caller, url))));
    }

    /// <summary>What came back so far.</summary>
    public ConcurrentQueue<Answer> Answers { get; } = new();

    /// <summary>What came back last, for a message.</summary>
    public string Newest => string.Join("\n", Answers.TakeLast(20));

    /// <summary>Waits until each caller has got an answer to a request that was sent from now on.</summary>
    public async Task ShouldAllGetAsync(int status)
    {
        var since = DateTime.UtcNow;
        for (var until = since + Patience; DateTime.UtcNow < until; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            if (AllGot(status, since))
                return;
        }

        Assert.Fail($"Not everybody got {status}: {Newest}");
    }

    /// <summary>Whether each caller has got an answer to a request that was sent since then.</summary>
    public bool AllGot(int status, DateTime since)
    {
        Assert.All(Answers, answer => Assert.True(Expected.Contains(answer.Status), answer.ToString()));
        return Answers.Where(answer => answer.Sent >= since && answer.Status == status).Select(answer => answer.Caller).Distinct().Count() == Callers;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await calling;
        client.Dispose();
        end.Dispose();
    }

    private async Task CallAsync(int caller, string url)
    {
        try
        {
            while (!end.IsCancellationRequested)
            {
                Answers.Enqueue(await AskAsync(caller, url));
                await Task.Delay(50, end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // It was disposed.
        }
    }

    private async Task<Answer> AskAsync(int caller, string url)
    {
        var sent = DateTime.UtcNow;
        using var response = await client.GetAsync(new Uri(url, UriKind.Relative), end.Token);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(end.Token);
        return new Answer(caller, sent, DateTime.UtcNow - sent, (int)response.StatusCode, response.Headers.RetryAfter is not null, body.GetRawText());
    }

    public sealed record Answer(int Caller, DateTime Sent, TimeSpan Took, int Status, bool SaysWhenToComeAgain, string Body);
}
