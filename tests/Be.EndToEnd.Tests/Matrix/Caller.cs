using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Be.Scaffolding.Model;

namespace Be.EndToEnd.Tests;

/// <summary>Calls a running solution from outside: each entity with the example in its <c>.http</c> file.</summary>
/// <param name="apiOf">Who answers for a module.</param>
internal sealed class Caller(Row row, Solution solution, Func<string, IServer> apiOf)
{
    private readonly Dictionary<(string Module, string Entity), JsonNode> created = [];
    private AuthenticationHeaderValue? administrator;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task CallAsync()
    {
        foreach (var (module, entity) in InOrder())
            await CallAsync(module, entity);
    }

    /// <summary>Calls what every program answers.</summary>
    public async Task CallHostAsync(IServer api)
    {
        await AskAsync(api, HttpMethod.Get, "/health/live", HttpStatusCode.OK);
        await AskAsync(api, HttpMethod.Get, "/health/ready", HttpStatusCode.OK);
        await RefuseAsync(api, "/nowhere");
    }

    private async Task CallAsync(Module module, Entity entity)
    {
        var api = apiOf(module.Name.Pascal);
        var example = HttpExample.Read(solution.Files($"{entity.Plural.Pascal}.http").Single());
        foreach (var field in entity.Fields.Where(field => field.Type is ReferenceType))
            Refer(example.Body, module, field);

        if (row.Options["auth"] == "accounts")
        {
            using var stranger = await api.Client.GetAsync(new Uri(example.Path, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        }

        var response = await AskAsync(api, HttpMethod.Post, example.Path, HttpStatusCode.Created, example.Body);
        var posted = await BodyAsync(response);
        Assert.Equal($"{example.Path}/{posted["id"]}", response.Headers.Location?.OriginalString);
        created[(module.Name.Pascal, entity.Name.Pascal)] = posted["id"]!;

        var found = await BodyAsync(await AskAsync(api, HttpMethod.Get, response.Headers.Location!.OriginalString, HttpStatusCode.OK));
        Assert.Equal(posted.ToJsonString(), found.ToJsonString());
        Assert.All(example.Body, member => Assert.Equal(member.Value?.ToJsonString(), found[member.Key]?.ToJsonString()));

        var list = await BodyAsync(await AskAsync(api, HttpMethod.Get, example.Path, HttpStatusCode.OK));
        Assert.Equal(posted["id"]!.ToJsonString(), Assert.Single(list["data"]!.AsArray())!["id"]!.ToJsonString());
        await RefuseAsync(api, $"{example.Path}/{example.NoId}");
    }

    /// <summary>A row that is referred to comes before the first that refers to it.</summary>
    private IEnumerable<(Module Module, Entity Entity)> InOrder()
    {
        var waiting = solution.Model.Modules.SelectMany(module => module.Entities.Select(entity => (module, entity))).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.First(one =>
                one.entity.Fields.All(field => field.Nullable || field.Type is not ReferenceType || Target(one.module, field) is not null)
            );
            waiting.Remove(next);
            yield return next;
        }
    }

    private JsonNode? Target(Module module, Field field) =>
        field.Type is ReferenceType(var other, var entity, _) ? created.GetValueOrDefault((other ?? module.Name.Pascal, entity)) : null;

    private void Refer(JsonObject body, Module module, Field field)
    {
        if (Target(module, field) is { } id)
            body[field.Member.Camel] = id.DeepClone();
        else
            body.Remove(field.Member.Camel);
    }

    private async Task RefuseAsync(IServer api, string path)
    {
        var response = await AskAsync(api, HttpMethod.Get, path, HttpStatusCode.NotFound);
        var body = await BodyAsync(response);
        var isProblem = row.Options["errors"] == "problem";
        Assert.Equal(isProblem ? "application/problem+json" : "application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("NOT_FOUND", (isProblem ? body : body["error"]!)["code"]!.GetValue<string>());
    }

    private async Task<HttpResponseMessage> AskAsync(
        IServer api,
        HttpMethod method,
        string path,
        HttpStatusCode expected,
        JsonObject? body = null
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (row.Options["auth"] == "accounts")
            request.Headers.Authorization = administrator ??= await Administrator.LogInAsync(apiOf("Accounts").Client, Cancellation);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        var response = await api.Client.SendAsync(request, Cancellation);
        if (response.StatusCode != expected)
        {
            Assert.Fail(
                $"{method} {path} {body?.ToJsonString()}\nin {solution.Root}\n{(int)response.StatusCode}, not {(int)expected}\n"
                    + $"{await response.Content.ReadAsStringAsync(Cancellation)}\n{api.Output}"
            );
        }

        return response;
    }

    private static async Task<JsonObject> BodyAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!;
}
