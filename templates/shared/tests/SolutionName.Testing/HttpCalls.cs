using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using Acme.Platform.Http;
using Acme.Platform.Json;
using Acme.Platform.Lists;

namespace Acme.Testing;

/// <summary>Calls in the words of the API, and what their answers must be.</summary>
public static class HttpCalls
{
    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient api, string url, JsonNode body, string? idempotencyKey = null) =>
        api.PostJsonAsync(url, body.ToJsonString(), idempotencyKey);

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient api, string url, string body, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Relative(url)) { Content = Content(body, "application/json") };
        if (idempotencyKey is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        return api.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <param name="api">The API.</param>
    /// <param name="url">The row's.</param>
    /// <param name="body">What it becomes.</param>
    /// <param name="ifMatch">The ETag of the version that is meant; without it, whatever there is.</param>
    public static Task<HttpResponseMessage> PutJsonAsync(this HttpClient api, string url, JsonNode body, string? ifMatch = null) =>
        api.ChangeAsync(HttpMethod.Put, url, Content(body.ToJsonString(), "application/json"), ifMatch);

    /// <summary>Sends a JSON merge patch (RFC 7396).</summary>
    public static Task<HttpResponseMessage> PatchJsonAsync(this HttpClient api, string url, JsonNode patch, string? ifMatch = null) =>
        api.PatchJsonAsync(url, patch.ToJsonString(), ifMatch);

    public static Task<HttpResponseMessage> PatchJsonAsync(this HttpClient api, string url, string patch, string? ifMatch = null) =>
        api.ChangeAsync(HttpMethod.Patch, url, Content(patch, MergePatch.ContentType), ifMatch);

    public static Task<HttpResponseMessage> RemoveAsync(this HttpClient api, string url, string? ifMatch = null) =>
        api.ChangeAsync(HttpMethod.Delete, url, null, ifMatch);

    /// <param name="api">The API.</param>
    /// <param name="url">What to read.</param>
    /// <param name="ifNoneMatch">The ETag of the version that is known already.</param>
    public static Task<HttpResponseMessage> ReadAsync(this HttpClient api, string url, string? ifNoneMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Relative(url));
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return api.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The rows of a list, page by page to the end.</summary>
    public static async Task<List<T>> ListAllAsync<T>(this HttpClient api, string url)
    {
        var rows = new List<T>();
        for (string? cursor = null; ;)
        {
            var page = await (await api.ReadAsync(cursor is null ? url : $"{url}&cursor={cursor}")).ShouldBeAsync<Listing<T>>(HttpStatusCode.OK);
            rows.AddRange(page.Data);
            if ((cursor = page.Page.NextCursor) is null)
                return rows;
        }
    }

    /// <summary>The body with one member replaced by JSON text, which may be text that no JSON writer would make.</summary>
    public static string With(this JsonObject body, string member, string json)
    {
        const string placeholder = "the value goes here";
        body[member] = placeholder;
        return body.ToJsonString().Replace($"\"{placeholder}\"", json, StringComparison.Ordinal);
    }

    /// <summary>The answer's body, once its status is the expected one.</summary>
    public static async Task<T> ShouldBeAsync<T>(this HttpResponseMessage response, HttpStatusCode status)
    {
        await response.ShouldBeAsync(status);
        return (await response.Content.ReadFromJsonAsync<T>(JsonRules.Options, TestContext.Current.CancellationToken))!;
    }

    public static async Task ShouldBeAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        if (response.StatusCode != status)
            Assert.Fail($"{(int)response.StatusCode} instead of {(int)status}: {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    /// <summary>The answer is an error in the one format, and blames the fields, or items of them.</summary>
    public static async Task ShouldFailAsync(this HttpResponseMessage response, HttpStatusCode status, string code, params string[] fields)
    {
        var body = await response.ShouldBeAsync<JsonElement>(status);
        Assert.Equal(ErrorReading.MediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, ErrorReading.Code(body));
        Assert.False(string.IsNullOrEmpty(ErrorReading.RequestId(body)));
        foreach (var field in fields)
            Assert.Contains(ErrorReading.Fields(body), blamed => blamed == field || blamed!.StartsWith(field + "[", StringComparison.Ordinal));
    }

    /// <summary>The answer's ETag, once its status is the expected one.</summary>
    public static async Task<string> ShouldBeTaggedAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        await response.ShouldBeAsync(status);
        var tag = response.Headers.ETag;
        Assert.True(tag is { IsWeak: false }, $"{tag} is no strong ETag.");
        return tag.Tag;
    }

    /// <summary>Every member of <paramref name="expected"/> stands in <paramref name="actual"/> with an equal value.</summary>
    public static void ShouldHold(this JsonObject actual, JsonObject expected)
    {
        foreach (var (name, value) in expected)
            Assert.True(JsonNode.DeepEquals(value, actual[name]), $"{name} is {actual[name]?.ToJsonString()} instead of {value?.ToJsonString()}");
    }

    private static Task<HttpResponseMessage> ChangeAsync(this HttpClient api, HttpMethod method, string url, HttpContent? content, string? ifMatch)
    {
        var request = new HttpRequestMessage(method, Relative(url)) { Content = content };
        if (ifMatch is not null || IfMatch.IsRequired)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch ?? "*");
        return api.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Uri Relative(string url) => new(url, UriKind.Relative);

    private static StringContent Content(string body, string mediaType) => new(body, Encoding.UTF8, mediaType);
}
