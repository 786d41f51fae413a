using System.Net;
using Acme.Platform.Lists;
using Acme.Testing;

namespace Acme.Platform.Tests;

public sealed class Paging(PlatformHost host)
{
    private readonly HttpClient api = host.Client;

    [Theory]
    [InlineData("", 20)]
    [InlineData("?limit=1", 1)]
    [InlineData("?limit=100", 100)]
    [InlineData("?limit=101", 100)]
    [InlineData("?limit=99999999999", 100)]
    public async Task TheLimitIsTheCallersUpToAHundred(string query, int expected)
    {
        var page = await (await api.ReadAsync("/probes" + query)).ShouldBeAsync<Listing<int>>(HttpStatusCode.OK);

        Assert.Equal(expected, page.Page.Limit);
        Assert.Equal(expected, page.Data.Count);
        Assert.NotNull(page.Page.NextCursor);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("offset=3", "offset")]
    public async Task OtherParametersAreRefused(string query, string parameter) =>
        await (await api.ReadAsync("/probes?" + query)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", parameter);
}
