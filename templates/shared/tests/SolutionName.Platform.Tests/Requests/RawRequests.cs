using Microsoft.AspNetCore.Builder;
using Acme.Platform.Http;

namespace Acme.Platform.Tests.Requests;

/// <summary>What no HTTP client would send, over a socket.</summary>
public sealed class RawRequests : IAsyncLifetime
{
    private const string Post = "POST /probes HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n";
    private const string Patch = "PATCH /probes HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/merge-patch+json\r\n";

    private OwnApi api = null!;

    public async ValueTask InitializeAsync() => api = await OwnApi.StartAsync(Map);

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task ABodyThatSaysItIsTooLargeIsRefusedUnread() =>
        (await api.SendAsync(Post + "Content-Length: 1048577\r\n\r\n")).ShouldFail(413, "PAYLOAD_TOO_LARGE");

    [Theory]
    [InlineData(Post)]
    [InlineData(Patch)]
    public async Task ABodyThatGrowsTooLargeIsRefused(string head)
    {
        var chunk = new string(' ', 65_536);
        string[] pieces = [head + "Transfer-Encoding: chunked\r\n\r\n", .. Enumerable.Repeat($"10000\r\n{chunk}\r\n", 17)];

        (await api.SendAsync(pieces)).ShouldFail(413, "PAYLOAD_TOO_LARGE");
    }

    [Theory]
    [InlineData(Post)]
    [InlineData(Patch)]
    public async Task ABodyThatComesTooSlowlyIsRefused(string head)
    {
        await using var impatient = await OwnApi.StartAsync(Map, new()
        {
            ["Kestrel:Limits:MinRequestBodyDataRate:BytesPerSecond"] = "1000",
            ["Kestrel:Limits:MinRequestBodyDataRate:GracePeriod"] = "00:00:02",
        });

        (await impatient.SendAsync(head + "Content-Length: 10\r\n\r\n{")).ShouldFail(408, "REQUEST_TIMEOUT");
    }

    [Theory]
    [InlineData(Post)]
    [InlineData(Patch)]
    public async Task ABrokenChunkIsMalformed(string head) =>
        (await api.SendAsync(head + "Transfer-Encoding: chunked\r\n\r\nnot a size\r\n")).ShouldFail(400, "MALFORMED_REQUEST");

    [Fact]
    public async Task AMissingBodyIsMalformed() => (await api.SendAsync(Post + "\r\n")).ShouldFail(400, "MALFORMED_REQUEST");

    [Theory]
    [InlineData("GET /nowhere HTTP/1.0\r\n\r\n", 404, "NOT_FOUND")]
    [InlineData("PUT /probes HTTP/1.0\r\nContent-Length: 0\r\n\r\n", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("GET /probes/not-a-number HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", 404, "NOT_FOUND")]
    [InlineData("BREW /probes HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 404, "NOT_FOUND")]
    [InlineData("GET /nowhere%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400, null)]
    public async Task UnusualOnesAreAnsweredInTheFormat(string request, int status, string? code)
    {
        var answer = await api.SendAsync(request.Replace("Connection: keep-alive", "Connection: close", StringComparison.Ordinal));

        if (code is null)
            answer.ShouldBeRefusedByTheServer(status);
        else
            answer.ShouldFail(status, code);
    }

    [Fact]
    public async Task AWrongMethodSaysWhichAreAllowed() =>
        Assert.Equal("GET, PATCH, POST", (await api.SendAsync("PUT /probes HTTP/1.0\r\nContent-Length: 0\r\n\r\n")).Header("Allow"));

    [Fact]
    public async Task AHeadRequestFailsWithoutABody()
    {
        var answer = await api.SendAsync("HEAD /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.Equal(404, answer.Status);
        Assert.NotEmpty(answer.Header("X-Request-Id"));
        Assert.Empty(answer.Body);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("GET /probes HTTP/3.7\r\nHost: x\r\n\r\n", 505)]
    [InlineData("GET /probes HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET /probes HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n", 400)]
    [InlineData(Post + "Content-Length: -1\r\n\r\n", 400)]
    [InlineData(Post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400)]
    [InlineData(Post + "Transfer-Encoding: gzip\r\n\r\n", 400)]
    public async Task WhatIsNoRequestIsRefusedByTheServerItself(string request, int status) =>
        (await api.SendAsync(request)).ShouldBeRefusedByTheServer(status);

    [Fact]
    public async Task TooLongARequestLineIsRefusedByTheServerItself() =>
        (await api.SendAsync($"GET /{new string('x', 9_000)} HTTP/1.1\r\nHost: x\r\n\r\n")).ShouldBeRefusedByTheServer(414);

    [Fact]
    public async Task HeadersThatAreTooLargeAreRefusedByTheServerItself() =>
        (await api.SendAsync($"GET /probes HTTP/1.1\r\nHost: x\r\nX-Much: {new string('x', 17_000)}\r\n\r\n")).ShouldBeRefusedByTheServer(431);

    [Fact]
    public async Task TooManyHeadersAreRefusedByTheServerItself() =>
        (await api.SendAsync($"GET /probes HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Repeat("X-One: 1\r\n", 70))}\r\n")).ShouldBeRefusedByTheServer(431);

    private static void Map(WebApplication app)
    {
        app.MapPost("/probes", (Probe probe) => probe);
        app.MapPatch("/probes", (MergePatch patch) => patch.ApplyTo(new Probe { Name = "before" }));
        app.MapGet("/probes", () => "probes");
        app.MapGet("/probes/{id:guid}", (Guid id) => id);
    }
}
