using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Acme.Testing;
using Acme.Testing.Hostile;
using Acme.Testing.OpenApi;

namespace Acme.Platform.Tests;

public sealed class TheWholeApi(ApiFixture<Program> fixture)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    public async Task ServesWhatEveryServiceHas(string url) => await (await fixture.Client.ReadAsync(url)).ShouldBeAsync(HttpStatusCode.OK);

    [Fact]
    public Task DoesWhatTheCommittedDocumentSays() => CommittedDocument.CheckAsync(fixture.Client);

    [Fact]
    public async Task BreaksUnderNoInput()
    {
        await using var api = new ApiFixture<Program> { OverNetwork = true };
        await api.InitializeAsync();

        using var input = new HostileInput(api.Client, api.Services.GetRequiredService<NpgsqlDataSource>());
        await input.SendAsync();
    }
}
