using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Acme.Testing;

namespace Acme.Platform.Tests.Requests;

public sealed class Compressing : IAsyncLifetime
{
    private static readonly string[] Many = [.. Enumerable.Range(1, 500).Select(number => $"number {number}")];

    private OwnApi api = null!;

    public async ValueTask InitializeAsync() => api = await OwnApi.StartAsync(app =>
    {
        app.MapGet("/many", () => Many);
        app.MapGet("/half", () => Many.Select((text, index) => index < 200 ? text : throw new InvalidOperationException("the secret of the house")));
    });

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task IsDoneForWhoAsks()
    {
        var brotli = await ReadAsync("/many", "br, gzip");
        var gzip = await ReadAsync("/many", "gzip");
        var plain = await ReadAsync("/many", null);

        Assert.Equal(["br"], brotli.Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], gzip.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        var body = await BytesAsync(brotli);
        Assert.True(body.Length < (await BytesAsync(plain)).Length / 2, $"{body.Length} bytes");
        Assert.Equal(Many, JsonSerializer.Deserialize<string[]>(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress)));
    }

    [Fact]
    public async Task LeavesNothingOfAnAnswerThatFailedHalfWay()
    {
        var failed = await ReadAsync("/half", "br");

        Assert.Empty(failed.Content.Headers.ContentEncoding);
        await failed.ShouldFailAsync(HttpStatusCode.InternalServerError, "INTERNAL_ERROR");
    }

    private static Task<byte[]> BytesAsync(HttpResponseMessage answer) => answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    private async Task<HttpResponseMessage> ReadAsync(string url, string? encodings)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (encodings is not null)
            request.Headers.Add("Accept-Encoding", encodings);
        return await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
