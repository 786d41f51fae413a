using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Acme.Platform.Http;
using Acme.Testing;

namespace Acme.Platform.Tests.Requests;

/// <summary>What is wrong with a body, an address or a query is told with its place, whichever way the body is read.</summary>
public sealed class BadInput : IAsyncLifetime
{
    private OwnApi api = null!;

    public async ValueTask InitializeAsync() => api = await OwnApi.StartAsync(app =>
    {
        app.MapPost("/trees", (Tree tree) => tree);
        app.MapPatch("/trees", (MergePatch patch) => patch.ApplyTo(new Tree()));
        app.MapGet("/trees", (int limit) => limit);
        app.MapGet("/trees/{id}", (Guid id) => id);
        app.MapGet("/strict/{id:guid}", (Guid id) => id);
    });

    public ValueTask DisposeAsync() => api.DisposeAsync();

    public static TheoryData<string, string> Malformed => new()
    {
        { "{\n\"height\":}", "line 2, byte 10" },
        { "{\"height\":1,}", "line 1, byte 13" },
        { "{\"height\":01}", "line 1, byte 12" },
        { "{\"height\":1} x", "line 1, byte 14" },
        { "{\"name\":\"\u0001\"}", "line 1, byte 10" },
        { "{'height':1}", "line 1, byte 2" },
        { "// a comment\n{}", "line 1, byte 1" },
        { "{\"name\":\"\\x\"}", "line 1, byte 11" },
        { "{\"height\":NaN}", "line 1, byte 11" },
    };

    public static TheoryData<string, string> Unfit => new()
    {
        { """{"branches":[{"height":1},{"height":"tall"}]}""", "branches[1].height" },
        { """{"branches":[{"branches":[{"colour":1}]}]}""", "branches[0].branches[0].colour" },
        { """{"height":99999999999}""", "height" },
        { """{"height":1.5}""", "height" },
        { """{"height":1e999}""", "height" },
        { """{"weight":1e999}""", "weight" },
        { """{"weight":123456789012345678901234567890123456789}""", "weight" },
        { """{"branches":{}}""", "branches" },
        { """{"branches":[7]}""", "branches[0]" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task MalformedJsonIsToldWithItsPlace(string body, string place)
    {
        foreach (var answer in await SendAsync(body))
        {
            await answer.ShouldFailAsync(HttpStatusCode.BadRequest, "MALFORMED_REQUEST");
            Assert.Contains(place, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task AValueThatDoesNotFitIsToldWithItsPath(string body, string field)
    {
        foreach (var answer in await SendAsync(body))
            await answer.ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", field);
    }

    [Fact]
    public async Task AMemberThatIsGivenTwiceIsNamed() =>
        await (await api.Client.PostJsonAsync("/trees", """{"branches":[{"height":1,"height":2}]}"""))
            .ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "branches[0].height");

    [Fact]
    public async Task NestingThatIsTooDeepIsToldAsThat()
    {
        var body = string.Concat(Enumerable.Repeat("{\"branches\":[", 100)) + string.Concat(Enumerable.Repeat("]}", 100));
        foreach (var answer in await SendAsync(body))
        {
            await answer.ShouldFailAsync(HttpStatusCode.BadRequest, "MALFORMED_REQUEST");
            Assert.Contains("nested", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task BytesThatAreNoTextAreNoName()
    {
        byte[] bytes = [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        foreach (var answer in await SendAsync(bytes))
            await answer.ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "name");
    }

    [Theory]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"\\ud800\":1,\"\\udc00\":2}")]
    [InlineData("{\"\u00ed\":1}")]
    public async Task ANameThatIsNoTextIsRefused(string body)
    {
        foreach (var answer in await SendAsync(Encoding.Latin1.GetBytes(body)))
            await answer.ShouldBeAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task OfALongNameTheBeginningIsTold()
    {
        var name = new string('x', 100_000);
        foreach (var answer in await SendAsync($"{{\"{name}\":1}}"))
            await answer.ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", name[..200]);
    }

    [Theory]
    [InlineData("application/json; charset=nonsense", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=utf-16", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=\"UTF-8\"", HttpStatusCode.OK)]
    public async Task JsonIsUtf8(string mediaType, HttpStatusCode status)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);

        await (await api.Client.PostAsync(new Uri("/trees", UriKind.Relative), content, TestContext.Current.CancellationToken)).ShouldBeAsync(status);
    }

    [Theory]
    [InlineData("?limit=ten")]
    [InlineData("")]
    public async Task AQueryThatDoesNotFitIsNamed(string query) =>
        await (await api.Client.ReadAsync("/trees" + query)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "limit");

    [Fact]
    public async Task AnAddressThatCannotBeOneIsNotFound()
    {
        await (await api.Client.ReadAsync("/strict/not-an-id")).ShouldFailAsync(HttpStatusCode.NotFound, "NOT_FOUND");
        await (await api.Client.ReadAsync("/trees/not-an-id")).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "id");
    }

    private Task<HttpResponseMessage[]> SendAsync(string body) => SendAsync(Encoding.UTF8.GetBytes(body));

    private async Task<HttpResponseMessage[]> SendAsync(byte[] body)
    {
        using var posted = Content(body, "application/json");
        using var patch = Content(body, MergePatch.ContentType);
        return
        [
            await api.Client.PostAsync(new Uri("/trees", UriKind.Relative), posted, TestContext.Current.CancellationToken),
            await api.Client.PatchAsync(new Uri("/trees", UriKind.Relative), patch, TestContext.Current.CancellationToken),
        ];
    }

    private static ByteArrayContent Content(byte[] body, string mediaType) => new(body) { Headers = { ContentType = new(mediaType) } };
}

public sealed record Tree
{
    public string? Name { get; init; }

    public int? Height { get; init; }

    public decimal? Weight { get; init; }

    public IReadOnlyList<Tree>? Branches { get; init; }
}
