using System.Net;
using Microsoft.AspNetCore.Builder;
using Acme.Platform.Database;
using Acme.Testing;

namespace Acme.Platform.Tests.Requests;

/// <summary>What PostgreSQL refuses is told by its SQLSTATE, whichever version says so.</summary>
public sealed class DatabaseRefusals(TestServer server)
{
    [Theory]
    [InlineData("DELETE", "foreign_key_violation", HttpStatusCode.Conflict, "CONFLICT")]
    [InlineData("DELETE", "restrict_violation", HttpStatusCode.Conflict, "CONFLICT")]
    [InlineData("PUT", "restrict_violation", HttpStatusCode.Conflict, "CONFLICT")]
    [InlineData("PUT", "foreign_key_violation", HttpStatusCode.UnprocessableEntity, "UNPROCESSABLE")]
    [InlineData("PUT", "unique_violation", HttpStatusCode.Conflict, "CONFLICT")]
    [InlineData("PUT", "check_violation", HttpStatusCode.UnprocessableEntity, "UNPROCESSABLE")]
    [InlineData("PUT", "numeric_value_out_of_range", HttpStatusCode.BadRequest, "MALFORMED_REQUEST")]
    [InlineData("PUT", "admin_shutdown", HttpStatusCode.ServiceUnavailable, "UNAVAILABLE")]
    [InlineData("PUT", "undefined_table", HttpStatusCode.InternalServerError, "INTERNAL_ERROR")]
    public async Task AreTold(string method, string condition, HttpStatusCode status, string code)
    {
        await using var api = await OwnApi.StartAsync(
            app => app.MapMethods("/refused", [method], async (DatabaseSession database, CancellationToken cancellationToken) =>
            {
                await using var command = database.CreateCommand($"do $$ begin raise {condition}; end $$");
                await command.ExecuteAsync(cancellationToken);
            }),
            new() { ["ConnectionStrings:Default"] = server.ConnectionString });
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/refused", UriKind.Relative));

        var answer = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await answer.ShouldFailAsync(status, code);
    }
}
