using System.Net;
using System.Text.Json.Nodes;
using Acme.Testing;

namespace Acme.Platform.Tests.Accounts;

public sealed class Administering(TestServer server) : AccountsHost(server)
{
    [Fact]
    public async Task ARoleLetsItsUsersDoWhatItGrants()
    {
        using var api = await StartAsync(WithAdministrator());
        var root = (await LogInAsync(api, AdministratorsAddress)).AccessToken;
        var tokens = await JoinAndLogInAsync(api, "ada@example.com");
        await ShouldBeAsync(api, tokens.AccessToken, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden);

        await PutRoleAsync(api, root, "clerk", "orders:read");
        await GrantAsync(api, root, "ada@example.com", "clerk");
        tokens = await RefreshAsync(api, tokens);
        await ShouldBeAsync(api, tokens.AccessToken, HttpStatusCode.OK, HttpStatusCode.Forbidden);

        await PutRoleAsync(api, root, "clerk", "orders:write", "orders:read");
        tokens = await RefreshAsync(api, tokens);
        await ShouldBeAsync(api, tokens.AccessToken, HttpStatusCode.OK, HttpStatusCode.OK);

        await (await CallAsync(api, root, HttpMethod.Delete, await RoleOfAsync("ada@example.com", "clerk"))).ShouldBeAsync(HttpStatusCode.NoContent);
        tokens = await RefreshAsync(api, tokens);
        await ShouldBeAsync(api, tokens.AccessToken, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task WhatMembersMayDoIsForAdministratorsToSay()
    {
        using var api = await StartAsync(WithAdministrator());
        var root = (await LogInAsync(api, AdministratorsAddress)).AccessToken;
        await PutRoleAsync(api, root, "member", "orders:read");

        var tokens = await JoinAndLogInAsync(api, "ada@example.com");

        await ShouldBeAsync(api, tokens.AccessToken, HttpStatusCode.OK, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnAdministratorMayDoEverything()
    {
        using var api = await StartAsync(WithAdministrator());

        await ShouldBeAsync(api, (await LogInAsync(api, AdministratorsAddress)).AccessToken, HttpStatusCode.OK, HttpStatusCode.OK);
    }

    [Fact]
    public async Task UsersAreListedPageByPage()
    {
        using var api = await StartAsync(WithAdministrator());
        var root = (await LogInAsync(api, AdministratorsAddress)).AccessToken;
        foreach (var name in (string[])["ada", "grace"])
            await JoinAsync(api, name + "@example.com");

        List<string> listed = [];
        for (var url = Account + "/users?limit=2"; url is not null;)
        {
            var page = await (await CallAsync(api, root, HttpMethod.Get, url)).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);
            listed.AddRange(page["data"]!.AsArray().Select(user => $"{user!["email"]} {string.Join('+', user["roles"]!.AsArray())}"));
            url = (string?)page["page"]!["nextCursor"] is { } cursor ? $"{Account}/users?limit=2&cursor={cursor}" : null;
        }

        Assert.Equal(["root@example.com administrator+member", "ada@example.com member", "grace@example.com member"], listed);
        var found = await (await CallAsync(api, root, HttpMethod.Get, Account + "/users?email=ada@example.com")).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);
        Assert.Equal("ada@example.com", (string?)Assert.Single(found["data"]!.AsArray())!["email"]);
    }

    [Fact]
    public async Task NobodyElseAdministers()
    {
        using var api = await StartAsync(WithAdministrator());
        var ada = (await JoinAndLogInAsync(api, "ada@example.com")).AccessToken;
        var role = await RoleOfAsync("ada@example.com", "administrator");

        foreach (var (method, url) in ((HttpMethod, string)[])
            [
                (HttpMethod.Get, Account + "/users"), (HttpMethod.Put, role), (HttpMethod.Delete, role),
                (HttpMethod.Get, Account + "/roles"), (HttpMethod.Put, Account + "/roles/member"), (HttpMethod.Delete, Account + "/roles/member"),
            ])
        {
            await (await CallAsync(api, ada, method, url)).ShouldFailAsync(HttpStatusCode.Forbidden, "FORBIDDEN");
            await (await CallAsync(api, null, method, url)).ShouldFailAsync(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        }
    }

    [Fact]
    public async Task RolesAreListedWithWhatTheyGrant()
    {
        using var api = await StartAsync(WithAdministrator());
        var root = (await LogInAsync(api, AdministratorsAddress)).AccessToken;
        await PutRoleAsync(api, root, "clerk", "orders:write", "orders:read", "orders:read");

        var roles = await (await CallAsync(api, root, HttpMethod.Get, Account + "/roles")).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);

        Assert.Equal(
            """[{"name":"administrator","permissions":["*"]},{"name":"clerk","permissions":["orders:read","orders:write"]},{"name":"member","permissions":[]}]""",
            roles["data"]!.ToJsonString());
    }

    [Theory]
    [InlineData("clerk", """{"permissions":["*"]}""", HttpStatusCode.BadRequest, "VALIDATION_ERROR")]
    [InlineData("clerk", """{"permissions":["orders"]}""", HttpStatusCode.BadRequest, "VALIDATION_ERROR")]
    [InlineData("clerk", """{"permissions":["orders:read\n"]}""", HttpStatusCode.BadRequest, "VALIDATION_ERROR")]
    [InlineData("clerk", "{}", HttpStatusCode.BadRequest, "VALIDATION_ERROR")]
    [InlineData("Clerk", """{"permissions":[]}""", HttpStatusCode.BadRequest, "VALIDATION_ERROR")]
    [InlineData("administrator", """{"permissions":[]}""", HttpStatusCode.Conflict, "CONFLICT")]
    public async Task ARoleThatCannotBeIsRefused(string role, string body, HttpStatusCode status, string code)
    {
        using var api = await StartAsync(WithAdministrator());
        var root = (await LogInAsync(api, AdministratorsAddress)).AccessToken;

        var answer = await CallAsync(api, root, HttpMethod.Put, $"{Account}/roles/{role}", JsonNode.Parse(body)!.AsObject());

        await answer.ShouldFailAsync(status, code);
    }

    [Fact]
    public async Task ARoleGoesWithAllWhoHaveIt()
    {
        using var api = await StartAsync(WithAdministrator());
        var root = (await LogInAsync(api, AdministratorsAddress)).AccessToken;
        await PutRoleAsync(api, root, "clerk", "orders:read");
        await GrantAsync(api, root, AdministratorsAddress, "clerk");

        await (await CallAsync(api, root, HttpMethod.Delete, Account + "/roles/clerk")).ShouldBeAsync(HttpStatusCode.NoContent);

        await (await CallAsync(api, root, HttpMethod.Delete, Account + "/roles/clerk")).ShouldFailAsync(HttpStatusCode.NotFound, "NOT_FOUND");
        foreach (var role in (string[])["administrator", "member"])
            await (await CallAsync(api, root, HttpMethod.Delete, $"{Account}/roles/{role}")).ShouldFailAsync(HttpStatusCode.Conflict, "CONFLICT");
        Assert.Equal(0L, await ReadAsync("select count(*) from accounts.user_roles where role = 'clerk'"));
    }

    [Fact]
    public async Task OneAdministratorStays()
    {
        using var api = await StartAsync(WithAdministrator());
        var root = (await LogInAsync(api, AdministratorsAddress)).AccessToken;
        var roots = await RoleOfAsync(AdministratorsAddress, "administrator");
        await (await CallAsync(api, root, HttpMethod.Delete, roots)).ShouldFailAsync(HttpStatusCode.Conflict, "CONFLICT");
        await JoinAsync(api, "ada@example.com");
        await GrantAsync(api, root, "ada@example.com", "administrator");
        var adas = await RoleOfAsync("ada@example.com", "administrator");

        var answers = await Task.WhenAll(new[] { roots, adas }.Select(role => CallAsync(api, root, HttpMethod.Delete, role)));

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
    }

    [Fact]
    public async Task NeitherUserNorRoleIsMadeUp()
    {
        using var api = await StartAsync(WithAdministrator());
        var root = (await LogInAsync(api, AdministratorsAddress)).AccessToken;

        foreach (var url in new[] { await RoleOfAsync(AdministratorsAddress, "nothing"), $"{Account}/users/{Guid.NewGuid()}/roles/member" })
            await (await CallAsync(api, root, HttpMethod.Put, url)).ShouldFailAsync(HttpStatusCode.NotFound, "NOT_FOUND");
        await (await CallAsync(api, root, HttpMethod.Delete, $"{Account}/users/{Guid.NewGuid()}/roles/member"))
            .ShouldFailAsync(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    private static async Task ShouldBeAsync(HttpClient api, string token, HttpStatusCode read, HttpStatusCode write)
    {
        await ShouldBeAsync(await CallAsync(api, token, HttpMethod.Get, "/orders"), read);
        await ShouldBeAsync(await CallAsync(api, token, HttpMethod.Post, "/orders"), write);
    }

    private static Task ShouldBeAsync(HttpResponseMessage answer, HttpStatusCode status) =>
        status == HttpStatusCode.Forbidden ? answer.ShouldFailAsync(status, "FORBIDDEN") : answer.ShouldBeAsync(status);

    private static async Task PutRoleAsync(HttpClient api, string token, string role, params string[] permissions)
    {
        var body = new JsonObject { ["permissions"] = new JsonArray([.. permissions.Select(permission => JsonValue.Create(permission))]) };
        await (await CallAsync(api, token, HttpMethod.Put, $"{Account}/roles/{role}", body)).ShouldBeAsync(HttpStatusCode.OK);
    }

    private async Task GrantAsync(HttpClient api, string token, string address, string role) =>
        await (await CallAsync(api, token, HttpMethod.Put, await RoleOfAsync(address, role))).ShouldBeAsync(HttpStatusCode.NoContent);

    private async Task<string> RoleOfAsync(string address, string role) =>
        $"{Account}/users/{await ReadAsync($"select id from accounts.users where email = '{address}'")}/roles/{role}";
}
