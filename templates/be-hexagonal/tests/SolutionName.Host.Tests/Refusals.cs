using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Npgsql;
using Acme.Adapters.Http;
using Acme.Application;
using Acme.Domain;
using Acme.Platform;
using Acme.Platform.Errors;
using Acme.Testing;

namespace Acme.Host.Tests;

/// <summary>What the inside of the hexagon refuses is told in the one error format.</summary>
public sealed class Refusals : IAsyncLifetime
{
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["ConnectionStrings:Default"] = "Host=127.0.0.1;Port=1";
        builder.Services.AddHttpAdapter();
        builder.AddPlatform();
#if (accounts)
        builder.LetEverybodyIn();
#endif
        app = builder.Build();
        app.UsePlatform();
        app.MapGet("/broken", IResult () => throw new InvariantException("FirstName", "must not be so"));
        app.MapGet("/refused/{reason}", IResult (RefusalReason reason) => throw new RefusedException(reason, "FirstName"));
        app.MapGet("/thrown", IResult () => throw new InvalidOperationException("the secret of the house"));
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/broken", HttpStatusCode.UnprocessableEntity, "UNPROCESSABLE", "firstName")]
    [InlineData("/refused/RefersToNothing", HttpStatusCode.UnprocessableEntity, "UNPROCESSABLE", "firstName")]
    [InlineData("/refused/Duplicate", HttpStatusCode.Conflict, "CONFLICT", "firstName")]
    public async Task NameTheMember(string url, HttpStatusCode status, string code, string field) =>
        await (await app.GetTestClient().ReadAsync(url)).ShouldFailAsync(status, code, field);

    [Fact]
    public async Task OfADeletionAreAConflict() =>
        await (await app.GetTestClient().ReadAsync("/refused/StillReferredTo")).ShouldFailAsync(HttpStatusCode.Conflict, "CONFLICT");

    /// <summary>PostgreSQL 18 has an SQLSTATE of its own for "on delete restrict".</summary>
    [Theory]
    [InlineData(PostgresErrorCodes.ForeignKeyViolation)]
    [InlineData(PostgresErrorCodes.RestrictViolation)]
    public async Task OfADeletionAreToldFromPostgreSql(string state)
    {
        var deletion = Task.FromException<int>(new PostgresException("still referenced", "ERROR", "ERROR", state));

        var refusal = await Assert.ThrowsAsync<RefusedException>(() =>
            new Adapters.Postgres.Refusals(new Constraints([])).TranslateAsync(deletion, RefusalReason.StillReferredTo));

        Assert.Equal(RefusalReason.StillReferredTo, refusal.Reason);
    }

    [Fact]
    public async Task OfAnotherVersionFailThePrecondition() =>
        await (await app.GetTestClient().ReadAsync("/refused/Outdated")).ShouldFailAsync(HttpStatusCode.PreconditionFailed, "PRECONDITION_FAILED");

    [Fact]
    public async Task AreNotBugs() =>
        await (await app.GetTestClient().ReadAsync("/thrown")).ShouldFailAsync(HttpStatusCode.InternalServerError, "INTERNAL_ERROR");
}
