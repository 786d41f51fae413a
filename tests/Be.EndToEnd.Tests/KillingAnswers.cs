using System.Net;
using System.Net.Http.Json;
using Npgsql;

namespace Be.EndToEnd.Tests;

/// <summary>A program is killed (SIGKILL) between the write of a request with an <c>Idempotency-Key</c> and its answer; the caller repeats it.</summary>
public sealed class KillingAnswers(Machine machine)
{
    /// <summary>As PostgreSQL is asked to commit, and as it says that it has.</summary>
    private const string Commit = "COMMIT\0";

    [Fact]
    public async Task LeavesEitherAllOrNothingToTheRepetition()
    {
        var solution = await NewAsync();
        await using var database = await machine.NewDatabaseAsync();
        await solution.On(database).Api(Assert.Single(solution.Hosts)).MigrateAsync();

        await DiesAsync(solution, database, "before the commit", rows: 0, KillBeforeTheCommitAsync);
        await DiesAsync(solution, database, "with a commit that it never heard of", rows: 1, KillAfterTheCommitAsync);
        await DiesAsync(solution, database, "with an answer that nobody got", rows: 1, KillAfterTheAnswerAsync);
        machine.Discard("killed-answers");
    }

    /// <param name="solution">What is killed.</param>
    /// <param name="database">Its database.</param>
    /// <param name="number">What is posted, and the key.</param>
    /// <param name="rows">How many rows the one that was killed has left behind.</param>
    /// <param name="killAsync">Posts and kills.</param>
    private static async Task DiesAsync(
        Solution solution,
        Database database,
        string number,
        int rows,
        Func<Solution, Database, string, Task<string>> killAsync
    )
    {
        var lost = await killAsync(solution, database, number);
        Assert.Equal([$"{rows}"], await CountAsync(database, number));

        await using var survivor = await solution.On(database).Api(solution.Hosts[0]).StartAsync("Production");
        using var answer = await PostAsync(survivor.Client, number);
        using var repeated = await PostAsync(survivor.Client, number);
        using var found = await survivor.Client.GetAsync(answer.Headers.Location);
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(rows == 1, answer.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(["1"], await CountAsync(database, number));
        // The row is as the answer says.
        Assert.Equal((HttpStatusCode.OK, answer.Headers.ETag), (found.StatusCode, found.Headers.ETag));
        Assert.Equal(body, await found.Content.ReadAsStringAsync());
        // It is answered the same each time.
        Assert.Equal(["true"], repeated.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal(Facts(answer), Facts(repeated));
        Assert.Equal(body, await repeated.Content.ReadAsStringAsync());
        // And as it was to the caller who did not get it.
        if (lost.Length > 0)
        {
            Assert.StartsWith("HTTP/1.1 201 ", lost, StringComparison.Ordinal);
            Assert.Contains($"\r\nLocation: {answer.Headers.Location}\r\n", lost, StringComparison.Ordinal);
            Assert.Contains($"\r\nETag: {answer.Headers.ETag}\r\n", lost, StringComparison.Ordinal);
            Assert.Contains($"\r\nContent-Type: {answer.Content.Headers.ContentType}\r\n", lost, StringComparison.Ordinal);
            Assert.Equal(body, lost.Split("\r\n\r\n")[1]);
        }
    }

    private static async Task<string> KillBeforeTheCommitAsync(Solution solution, Database database, string number)
    {
        await using var wire = To(database);
        await KillAsync(Through(wire, solution, database), number, _ => wire.CutQuestionsAsync(asked => asked.Contains(Commit)));
        return "";
    }

    private static async Task<string> KillAfterTheCommitAsync(Solution solution, Database database, string number)
    {
        await using var wire = To(database);
        await KillAsync(Through(wire, solution, database), number, _ => wire.CutAnswersAsync(answered => answered.Contains(Commit)));
        return "";
    }

    private static async Task<string> KillAfterTheAnswerAsync(Solution solution, Database database, string number)
    {
        Wire? wire = null;
        try
        {
            return await KillAsync(
                solution.On(database).Api(solution.Hosts[0]),
                number,
                victim =>
                {
                    var address = victim.Client.BaseAddress!;
                    wire = new Wire(address.Host, address.Port);
                    victim.Client.BaseAddress = new UriBuilder(address) { Port = wire.Port }.Uri;
                    return wire.CutAnswersAsync(answered => answered.EndsWith('}'));
                }
            );
        }
        finally
        {
            if (wire is not null)
                await wire.DisposeAsync();
        }
    }

    /// <summary>Posts, and kills the program when the bytes come that are cut off.</summary>
    /// <returns>Them, and those before.</returns>
    private static async Task<string> KillAsync(Api api, string number, Func<RunningApi, Task<string>> cut)
    {
        await using var victim = await api.StartAsync("Production");
        var reached = cut(victim);
        var posting = PostAsync(victim.Client, number);
        if (await Task.WhenAny(reached, posting) == posting)
            Assert.Fail($"{(await posting).StatusCode}: the bytes to cut off did not come.\n{victim.Output}");
        await victim.EndAsync();
        if (await Task.WhenAny(posting, Task.Delay(TimeSpan.FromMinutes(1))) != posting)
            Assert.Fail("The caller was not told that the connection is lost.");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => posting);
        return await reached;
    }

    private static Wire To(Database database)
    {
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return new Wire(server.Host!, server.Port);
    }

    private static Api Through(Wire wire, Solution solution, Database database)
    {
        var way = new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Host = "127.0.0.1",
            Port = wire.Port,
            SslMode = SslMode.Disable, // what is encrypted cannot be cut at a word
        };
        var api = solution.Api(solution.Hosts[0]);
        return api with { Shell = api.Shell.With("ConnectionStrings__Default", way.ConnectionString) };
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/orders", UriKind.Relative));
        request.Headers.Add("Idempotency-Key", number.Replace(' ', '-'));
        request.Content = JsonContent.Create(new { number });
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<IReadOnlyList<string>> CountAsync(Database database, string number) =>
        database.QueryAsync($"select count(*)::text from sales.orders where number = '{number}'");

    private static string Facts(HttpResponseMessage answer) =>
        $"{answer.StatusCode} {answer.Headers.Location} {answer.Headers.ETag} {answer.Content.Headers.ContentType}";

    private async Task<Solution> NewAsync()
    {
        var row = Row.Named("Shop").WithoutAccounts with { Scaffold = [new("Sales", "Order", Fields: "number:string(100)")] };
        var solution = await row.CreateAsync(machine, "killed-answers");
        await solution.BuildAsync();
        return solution;
    }
}
