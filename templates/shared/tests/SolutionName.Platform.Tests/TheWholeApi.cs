using System.Net;
using Acme.Testing;

namespace Acme.Platform.Tests;

public sealed class TheWholeApi(ApiFixture<Program> fixture)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    public async Task ServesWhatEveryServiceHas(string url) => await (await fixture.Client.ReadAsync(url)).ShouldBeAsync(HttpStatusCode.OK);
}
