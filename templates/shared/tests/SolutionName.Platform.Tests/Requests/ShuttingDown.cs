using System.Net;
using Microsoft.AspNetCore.Builder;
using Acme.Testing;

namespace Acme.Platform.Tests.Requests;

public sealed class ShuttingDown
{
    [Fact]
    public async Task FinishesWhatIsInFlight()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var api = await OwnApi.StartAsync(app => app.MapGet("/slow", async () =>
        {
            arrived.SetResult();
            await released.Task;
            return "done";
        }));

        var answer = api.Client.ReadAsync("/slow");
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var stopped = api.App.StopAsync(TestContext.Current.CancellationToken);
        await StopsListeningAsync(api);
        Assert.False(stopped.IsCompleted);
        released.SetResult();

        await (await answer).ShouldBeAsync(HttpStatusCode.OK);
        await stopped.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Empty(api.Log.Errors);
    }

    private static async Task StopsListeningAsync(OwnApi api)
    {
        for (var until = DateTime.UtcNow.AddMinutes(1); DateTime.UtcNow < until; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            using var another = new HttpClient { BaseAddress = api.Address };
            try
            {
                await another.ReadAsync("/health/live");
            }
            catch (HttpRequestException)
            {
                return;
            }
        }

        Assert.Fail("It goes on to take requests.");
    }
}
