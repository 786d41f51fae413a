using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Npgsql;
using Xunit;
using Acme.Testing.OpenApi;

namespace Acme.Testing.Hostile;

/// <summary>
/// Sends whatever comes to all operations of an API, and holds it to this: no failure of its own, every refusal in the one format and as documented, nothing
/// stored that was refused. <c>HOSTILE_REQUESTS</c> says how many requests, <c>HOSTILE_SEED</c> which ones: the same seed sends the same again.
/// </summary>
public sealed class HostileInput : IDisposable
{
    private const int Batch = 500;

    /// <summary>The schemas of tables that the program counts and works in all the time.</summary>
#if (accounts)
    private const string Own = "'accounts', 'jobs', 'lists', 'messaging'";
#else
    private const string Own = "'jobs', 'lists', 'messaging'";
#endif

    private readonly HttpClient client;
    private readonly NpgsqlDataSource database;
    private readonly List<string> ids = [];
    private string stored = "";
    private string fingerprint = "";
    private int accepted;

    /// <param name="api">Who calls the API, and where it listens.</param>
    /// <param name="database">Where it stores.</param>
    public HostileInput(HttpClient api, NpgsqlDataSource database)
    {
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        })
        {
            BaseAddress = api.BaseAddress,
        };
        client.DefaultRequestHeaders.Authorization = api.DefaultRequestHeaders.Authorization;
        this.database = database;
    }

    public void Dispose() => client.Dispose();

    /// <summary>Sends as many requests as the environment says, else 2,000.</summary>
    public async Task SendAsync()
    {
        var document = await (await client.ReadAsync("/openapi/v1.json")).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);
        var operations = Operation.ReadAll(document);
        if (operations.Count == 0)
            return;

        var seed = (ulong)Setting("HOSTILE_SEED", 1);
        var requests = HostileRequests.To(operations, client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        fingerprint = await FingerprintOfTablesAsync();
        stored = await StoredAsync();
        for (var left = Setting("HOSTILE_REQUESTS", 2_000); left > 0; left -= Batch)
        {
            foreach (var request in requests.Sample((int)Math.Min(left, Batch), new Rnd(seed + (ulong)left), 8))
                await SendAsync(request, seed);
        }

        Assert.True(accepted > 0 || !operations.Any(operation => operation.Writes), "Not one change was accepted: then nothing was tried.");
    }

    private async Task SendAsync(HostileRequest request, ulong seed)
    {
        using var response = await AnswerAsync(request);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var problem = Problem(request.Operation, response, body);
        if (request.Operation.Writes)
            problem ??= await ProblemOfStorageAsync(response);
        if (problem is not null)
            Assert.Fail($"{problem}\nHOSTILE_SEED={seed}\n\n{request}\n\n{(int)response.StatusCode}\n{response.Headers}{body}");

        if (response.StatusCode == HttpStatusCode.Created && JsonNode.Parse(body)?["id"] is { } id)
            ids.Add(id.ToJsonString());
    }

    /// <summary>A server that refuses a body before it has read it closes the connection, and its answer can get lost (RFC 9112, 9.6): then once more.</summary>
    private async Task<HttpResponseMessage> AnswerAsync(HostileRequest request)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var message = request.Message(ids);
            try
            {
                return await client.SendAsync(message, TestContext.Current.CancellationToken);
            }
            catch (HttpRequestException exception) when (attempt < 10 && message.Content is not null && exception.InnerException is IOException)
            {
            }
        }
    }

    private static string? Problem(Operation operation, HttpResponseMessage response, string body)
    {
        var status = (int)response.StatusCode;
        if (status >= 500)
            return "The API failed.";
        if (response.Headers.Contains("X-Injected"))
            return "A caller wrote a header of the answer.";

        // What is wrong with the request line or the headers, the server refuses by itself, before there is a request.
        if (status is 400 or 414 or 431 && body.Length == 0 && response.Headers.ConnectionClose is true)
            return null;

        // Another path than the operation's may come of what is in its parameters.
        if (!operation.Statuses.Contains(status) && status is not (404 or 405))
            return "The document does not say that this status may come.";

        return status < 400 || IsError(response, body) ? null : "The refusal has not the one format.";
    }

    private static bool IsError(HttpResponseMessage response, string body)
    {
        if (response.Content.Headers.ContentType?.MediaType != ErrorReading.MediaType)
            return false;

        var error = JsonElement.Parse(body);
        return !string.IsNullOrEmpty(ErrorReading.Code(error)) && !string.IsNullOrEmpty(ErrorReading.RequestId(error));
    }

    private async Task<string?> ProblemOfStorageAsync(HttpResponseMessage response)
    {
        var now = await StoredAsync();
        if (response.IsSuccessStatusCode)
        {
            stored = now;
            accepted++;
        }

        return now == stored ? null : "What was refused is stored.";
    }

    private async Task<string> StoredAsync()
    {
        await using var command = database.CreateCommand(fingerprint);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>How many rows each table has, and in which versions.</summary>
    private async Task<string> FingerprintOfTablesAsync()
    {
        await using var command = database.CreateCommand(
            $"""
            select coalesce(
                string_agg(format('(select concat(count(*), ''-'', sum(xmin::text::bigint)) from %I.%I)', table_schema, table_name), ', ' order by table_schema, table_name),
                '''''')
            from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', {Own})
            """);
        return $"select concat_ws(' ', {await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)})";
    }

    private static long Setting(string name, long otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? long.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
