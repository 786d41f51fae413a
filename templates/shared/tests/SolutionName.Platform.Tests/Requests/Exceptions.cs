using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Acme.Platform.Http;
using Acme.Testing;

namespace Acme.Platform.Tests.Requests;

/// <summary>What handlers throw, and callers who do not wait for it.</summary>
public sealed class Exceptions : IAsyncLifetime
{
    private const string Secret = "the secret of the house";

    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private OwnApi api = null!;

    public async ValueTask InitializeAsync() => api = await OwnApi.StartAsync(
        app =>
        {
            app.MapGet("/thrown", string () => throw new InvalidOperationException(Secret));
            app.MapGet("/half", async (HttpContext context) =>
            {
                await context.Response.WriteAsync("the first half");
                throw new InvalidOperationException(Secret);
            });
            app.MapGet("/slow", async (CancellationToken cancellationToken) =>
            {
                arrived.SetResult();
                try
                {
                    await Task.Delay(TimeSpan.FromMinutes(5), cancellationToken);
                }
                finally
                {
                    cancelled.SetResult(cancellationToken.IsCancellationRequested);
                }
            });
            app.MapPost("/probes", (Probe probe) => probe);
            app.MapPatch("/probes", (MergePatch patch) => patch.ApplyTo(new Probe()));
        },
        environment: "Development");

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task GiveNothingAwayInDevelopmentEither()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/thrown");
        request.Headers.Accept.ParseAdd("text/html");

        var answer = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await answer.ShouldFailAsync(HttpStatusCode.InternalServerError, "INTERNAL_ERROR");
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        Assert.Contains(Secret, Assert.Single(api.Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterTheAnswerHasBegunBreakItOff()
    {
        var answer = await api.SendAsync("GET /half HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.Equal(200, answer.Status);
        Assert.Contains("the first half", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n0\r\n", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, answer.Text, StringComparison.Ordinal);
        Assert.Contains(api.Log.Errors, error => error.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AreNotWhatACallerWhoHangsUpCauses()
    {
        using (var caller = await ConnectAsync("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"))
            await arrived.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.True(await cancelled.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        await NothingIsLoggedAsync();
    }

    [Theory]
    [InlineData("POST", "application/json")]
    [InlineData("PATCH", "application/merge-patch+json")]
    public async Task AreNotWhatACallerCausesWhoHangsUpInTheMiddleOfABody(string method, string mediaType)
    {
        using (var caller = await ConnectAsync($"{method} /probes HTTP/1.1\r\nHost: x\r\nContent-Type: {mediaType}\r\nContent-Length: 100\r\n\r\n{{"))
            caller.LingerState = new LingerOption(true, 0); // resets the connection

        await NothingIsLoggedAsync();
    }

    private async Task<TcpClient> ConnectAsync(string request)
    {
        var caller = new TcpClient();
        await caller.ConnectAsync(api.Address.Host, api.Address.Port, TestContext.Current.CancellationToken);
        await caller.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        return caller;
    }

    // Whatever the request left to log is logged once the server has shut down.
    private async Task NothingIsLoggedAsync()
    {
        await api.App.StopAsync(TestContext.Current.CancellationToken);
        Assert.Empty(api.Log.Errors);
    }
}
