using System.Net;
using System.Text;
using System.Text.Json;
using Acme.Testing;

namespace Acme.Platform.Tests;

/// <summary>What goes wrong before or beside a handler is told in the one error format.</summary>
public sealed class FrameworkErrors(PlatformHost host)
{
    private readonly HttpClient api = host.Client;

    [Fact]
    public async Task AnUnknownRouteIsNotFound() =>
        await (await api.ReadAsync("/nowhere")).ShouldFailAsync(HttpStatusCode.NotFound, "NOT_FOUND");

    [Fact]
    public async Task AWrongMethodSaysWhichAreAllowed()
    {
        var response = await api.RemoveAsync("/probes");

        await response.ShouldFailAsync(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
        Assert.Equal(["PATCH", "POST"], response.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task AnotherMediaTypeIsUnsupported()
    {
        using var text = new StringContent("name", Encoding.UTF8, "text/plain");

        var posted = await api.PostAsync(new Uri("/probes", UriKind.Relative), text, TestContext.Current.CancellationToken);
        var patched = await api.PatchAsync(new Uri("/probes", UriKind.Relative), text, TestContext.Current.CancellationToken);

        await posted.ShouldFailAsync(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
        await patched.ShouldFailAsync(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"name":""")]
    public async Task ABodyThatIsNoJsonObjectIsMalformed(string body) =>
        await (await api.PostJsonAsync("/probes", body)).ShouldFailAsync(HttpStatusCode.BadRequest, "MALFORMED_REQUEST");

    [Fact]
    public async Task MalformedJsonIsToldWithItsPlace()
    {
        var response = await api.PostJsonAsync("/probes", "{\n  \"name\": x }");

        Assert.Contains("line 2, byte 11", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABodyOverTheLimitIsTooLarge()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/probes")
        {
            Content = new StringContent($$"""{"name":"{{new string('x', 1_100_000)}}"}""", Encoding.UTF8, "application/json"),
            // Asks before it sends: the server refuses by the length, and closes the connection on a caller who sends all the same.
            Headers = { ExpectContinue = true },
        };

        var response = await api.SendAsync(request, TestContext.Current.CancellationToken);

        await response.ShouldFailAsync(HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE");
    }

    [Fact]
    public async Task AnUnexpectedExceptionGivesNothingAway()
    {
        var response = await api.ReadAsync("/thrown");

        await response.ShouldFailAsync(HttpStatusCode.InternalServerError, "INTERNAL_ERROR");
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErrorThrownOnPurposeIsTold() =>
        await (await api.ReadAsync("/refused")).ShouldFailAsync(HttpStatusCode.Conflict, "CONFLICT");

    [Fact]
    public async Task WithoutTheDatabaseItLivesAndIsNotReady()
    {
        await (await api.ReadAsync("/health/live")).ShouldBeAsync(HttpStatusCode.OK);
        await (await api.ReadAsync("/health/ready")).ShouldBeAsync(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task TheDocumentHasTheRulesOfTheCode()
    {
        var document = await (await api.ReadAsync("/openapi/v1.json")).ShouldBeAsync<JsonElement>(HttpStatusCode.OK);

        var probe = document.GetProperty("components").GetProperty("schemas").GetProperty("Probe").GetProperty("properties");
        Assert.Equal(5, probe.GetProperty("name").GetProperty("maxLength").GetInt32());
        Assert.Equal(2, probe.GetProperty("tags").GetProperty("maxItems").GetInt32());
        Assert.Equal(3, probe.GetProperty("tags").GetProperty("items").GetProperty("maxLength").GetInt32());
        Assert.Equal("string", probe.GetProperty("name").GetProperty("type").GetString());
        Assert.Equal(["null", "number"], probe.GetProperty("amount").GetProperty("type").EnumerateArray().Select(type => type.GetString()));
        Assert.Equal("date-time", probe.GetProperty("at").GetProperty("format").GetString());
    }
}
