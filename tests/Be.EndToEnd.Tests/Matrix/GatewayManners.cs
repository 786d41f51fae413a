using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Be.EndToEnd.Tests;

/// <summary>What the gateway does itself: request ids, limits, and errors that look like those of the services.</summary>
internal sealed class GatewayManners(Row row, RunningGateway gateway)
{
    private const string RequestId = "X-Request-Id";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="route">An address of a service.</param>
    /// <param name="service">That service; it is ended.</param>
    public async Task CheckAsync(string route, RunningApi service)
    {
        await HandsOnRequestIdsAsync(route);
        await RefusesAsync(HttpStatusCode.NotFound, "NOT_FOUND", () => Get("/nowhere"));
        await RefusesAsync(HttpStatusCode.NotFound, "NOT_FOUND", () => Get(route + "nowhere"));
        await RefusesAsync(HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE", () => Post(route, new string('x', 1_100_000)));
        await RefusesTooManyAsync(route);
        await service.EndAsync();
        await RefusesAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE", () => Get(route));
    }

    private async Task HandsOnRequestIdsAsync(string route)
    {
        using var request = Get(route + "/none");
        request.Headers.Add(RequestId, "mine-1");

        using var response = await gateway.Client.SendAsync(request, Cancellation);

        Assert.Equal(["mine-1"], response.Headers.GetValues(RequestId));
        Assert.Equal("mine-1", Facts(await BodyAsync(response))["requestId"]!.GetValue<string>());
    }

    private async Task RefusesTooManyAsync(string route)
    {
        var answer = row.Options["auth"] == "accounts" ? HttpStatusCode.Unauthorized : HttpStatusCode.OK; // nobody has logged in

        var statuses = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => StatusAsync(route)));

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Contains(answer, statuses);
        Assert.All(statuses, status => Assert.True(status == answer || status == HttpStatusCode.TooManyRequests, status.ToString()));
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation); // the bucket empties
    }

    private async Task<HttpStatusCode> StatusAsync(string route)
    {
        using var request = Get(route);
        using var response = await gateway.Client.SendAsync(request, Cancellation);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            Assert.Equal("RATE_LIMITED", Facts(await BodyAsync(response))["code"]!.GetValue<string>());
            Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        }

        return response.StatusCode;
    }

    private async Task RefusesAsync(HttpStatusCode status, string code, Func<HttpRequestMessage> ask)
    {
        using var request = ask();
        using var response = await gateway.Client.SendAsync(request, Cancellation);

        var body = await BodyAsync(response);
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}, not {(int)status}: {body}\n{gateway.Output}");
        Assert.Equal(code, Facts(body)["code"]!.GetValue<string>());
        Assert.Equal(Assert.Single(response.Headers.GetValues(RequestId)), Facts(body)["requestId"]!.GetValue<string>());
    }

    private JsonNode Facts(JsonObject body) => row.Options["errors"] == "problem" ? body : body["error"]!;

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, new Uri(path, UriKind.Relative));

    private static HttpRequestMessage Post(string path, string text) =>
        new(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(text, Encoding.UTF8, "application/json"),
            Headers = { ExpectContinue = true },
        };

    private static async Task<JsonObject> BodyAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
}
