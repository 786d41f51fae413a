using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Acme.Platform.Database;
using Acme.Platform.Errors;
using Acme.Platform.Idempotency;
using Acme.Testing;

namespace Acme.Platform.Tests.Idempotency;

public sealed class RepeatingRequests(TestServer server) : NotesHost(server)
{
    private const string Body = """{"text":"once"}""";

    [Fact]
    public async Task WithoutAKeyEachOneCounts()
    {
        using var api = await StartAsync();

        await (await api.PostJsonAsync("/notes", Body)).ShouldBeAsync(HttpStatusCode.Created);
        await (await api.PostJsonAsync("/notes", Body)).ShouldBeAsync(HttpStatusCode.Created);

        Assert.Equal(2, await CountAsync("notes"));
    }

    [Fact]
    public async Task WithAKeyItIsDoneOnceAndAnsweredTheSame()
    {
        using var api = await StartAsync();

        var first = await api.PostJsonAsync("/notes", Body, "a");
        var second = await api.PostJsonAsync("/notes", Body, "a");

        Assert.False(first.Headers.Contains(Answer.RepeatedHeader));
        Assert.Equal(["true"], second.Headers.GetValues(Answer.RepeatedHeader));
        Assert.Equal("/notes/1", second.Headers.Location?.OriginalString);
        Assert.Equal("\"1\"", await second.ShouldBeTaggedAsync(HttpStatusCode.Created));
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Equal(await TextAsync(first), await TextAsync(second));
        Assert.Equal((1, 1), (await CountAsync("notes"), await CountAsync("messaging.outbox")));
    }

    [Fact]
    public async Task ManyAtOnceAreDoneOnce()
    {
        using var api = await StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => api.PostJsonAsync("/notes", Body, "a")));

        var texts = await Task.WhenAll(answers.Select(TextAsync));
        Assert.Equal("""{"id":1,"text":"once"}""", Assert.Single(texts.Distinct()));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal(1, await CountAsync("notes"));
    }

    [Fact]
    public async Task WhatPostgresUndoesBecauseOfOthersIsDoneAgain()
    {
        var attempts = 0;
        OnNoted = async context =>
        {
            if (++attempts == 3)
                return null;

            await using var command = context.RequestServices.GetRequiredService<DatabaseSession>().CreateCommand(
                "do $$ begin raise exception 'undone' using errcode = 'deadlock_detected'; end $$");
            await command.ExecuteNonQueryAsync(context.RequestAborted);
            return null;
        };
        using var api = await StartAsync();

        await (await api.PostJsonAsync("/notes", Body, "a")).ShouldBeAsync(HttpStatusCode.Created);

        Assert.Equal((3, 1, 1), (attempts, await CountAsync("notes"), await CountAsync("messaging.outbox")));
    }

    [Theory]
    [InlineData("/notes", """{"text":"twice"}""")]
    [InlineData("/notes?and=more", Body)]
    [InlineData("/others", Body)]
    public async Task TheKeyOfAnotherRequestIsRefused(string url, string body)
    {
        using var api = await StartAsync();
        await (await api.PostJsonAsync("/notes", Body, "a")).ShouldBeAsync(HttpStatusCode.Created);

        await (await api.PostJsonAsync(url, body, "a")).ShouldFailAsync(HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_MISMATCH");

        Assert.Equal(1, await CountAsync("notes"));
    }

    [Fact]
    public async Task EachCallerHasKeysOfTheirOwn()
    {
        using var api = await StartAsync();
        await (await api.PostJsonAsync("/notes", Body, "a")).ShouldBeAsync(HttpStatusCode.Created);

        api.DefaultRequestHeaders.Add("X-User", "ada");
        await (await api.PostJsonAsync("/notes", """{"text":"hers"}""", "a")).ShouldBeAsync(HttpStatusCode.Created);

        Assert.Equal(2, await CountAsync("notes"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\tb")]
    [InlineData(null)]
    public async Task AKeyThatIsNoneIsRefused(string? key)
    {
        using var api = await StartAsync();

        await (await api.PostJsonAsync("/notes", Body, key ?? new string('a', 256))).ShouldFailAsync(HttpStatusCode.BadRequest, "MALFORMED_REQUEST");

        await (await api.PostJsonAsync("/notes", Body, new string('~', 255))).ShouldBeAsync(HttpStatusCode.Created);
        Assert.Equal(1, await CountAsync("notes"));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.Conflict, "CONFLICT")]
    [InlineData(false, HttpStatusCode.InternalServerError, "INTERNAL_ERROR")]
    public async Task AFailureUndoesAllAndFreesTheKey(bool isTold, HttpStatusCode status, string code)
    {
        using var api = await StartAsync();
        OnNoted = _ => isTold ? Task.FromResult<ApiError?>(ApiError.Conflict("Not now.")) : throw new InvalidOperationException("broken");
        await (await api.PostJsonAsync("/notes", Body, "a")).ShouldFailAsync(status, code);
        Assert.Equal((0, 0, 0), (await CountAsync("notes"), await CountAsync("messaging.outbox"), await CountAsync("idempotency.requests")));

        OnNoted = _ => Task.FromResult<ApiError?>(null);
        await (await api.PostJsonAsync("/notes", """{"text":"corrected"}""", "a")).ShouldBeAsync(HttpStatusCode.Created);

        Assert.Equal((1, 1), (await CountAsync("notes"), await CountAsync("messaging.outbox")));
    }

    [Fact]
    public async Task AnInvalidBodyFreesTheKey()
    {
        using var api = await StartAsync();

        await (await api.PostJsonAsync("/notes", """{"text":1}""", "a")).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        await (await api.PostJsonAsync("/notes", "{", "a")).ShouldFailAsync(HttpStatusCode.BadRequest, "MALFORMED_REQUEST");

        await (await api.PostJsonAsync("/notes", Body, "a")).ShouldBeAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task AnAnswerThatGotLostIsHadFromAnotherReplica()
    {
        using (var first = await StartAsync())
        {
            first.DefaultRequestHeaders.Add("X-Hang-Up", "1");
            await Assert.ThrowsAsync<HttpRequestException>(() => first.PostJsonAsync("/notes", Body, "a"));
        }

        using var second = await StartAsync();
        var answer = await second.PostJsonAsync("/notes", Body, "a");

        Assert.Equal(["true"], answer.Headers.GetValues(Answer.RepeatedHeader));
        Assert.Equal("""{"id":1,"text":"once"}""", await TextAsync(answer));
        Assert.Equal(1, await CountAsync("notes"));
    }

    [Fact]
    public async Task WhatAConnectionThatIsLostLeavesBehindIsNothing()
    {
        using var api = await StartAsync();
        OnNoted = async _ =>
        {
            await ExecuteAsync(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and state = 'idle in transaction'
                """);
            return null;
        };
        await (await api.PostJsonAsync("/notes", Body, "a")).ShouldFailAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");

        OnNoted = _ => Task.FromResult<ApiError?>(null);
        await (await api.PostJsonAsync("/notes", Body, "a")).ShouldBeAsync(HttpStatusCode.Created);

        Assert.Equal(1, await CountAsync("notes"));
    }

    [Fact]
    public async Task OneThatIsStillBeingAnsweredIsWaitedForButNotForever()
    {
        using var api = await StartAsync();
        await using var other = await Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await other.BeginTransactionAsync(Cancellation);
        await using (var reserve = new NpgsqlCommand("insert into idempotency.requests (caller, key, fingerprint) values ('', 'a', '')", other))
            await reserve.ExecuteNonQueryAsync(Cancellation);

        var started = Stopwatch.GetTimestamp();
        var refused = await api.PostJsonAsync("/notes", Body, "a");

        await refused.ShouldFailAsync(HttpStatusCode.Conflict, "IDEMPOTENCY_IN_PROGRESS");
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(30));

        var waiting = api.PostJsonAsync("/notes", Body, "a");
        await UntilSomebodyWaitsAsync();
        await transaction.RollbackAsync(Cancellation);
        await (await waiting).ShouldBeAsync(HttpStatusCode.Created);
        Assert.Equal(1, await CountAsync("notes"));
    }

    [Fact]
    public async Task TheWaitOfTheReservationIsThatOfNoOtherStatement()
    {
        using var api = await StartAsync();
        var timeout = "";
        OnNoted = async context =>
        {
            await using var command = context.RequestServices.GetRequiredService<DatabaseSession>().CreateCommand("show lock_timeout");
            timeout = (string)(await command.ExecuteScalarAsync(Cancellation))!;
            return null;
        };

        await (await api.PostJsonAsync("/notes", Body, "a")).ShouldBeAsync(HttpStatusCode.Created);

        Assert.Equal("0", timeout);
    }

    [Fact]
    public async Task AKeyIsForgottenAfterADay()
    {
        using (var first = await StartAsync())
        {
            foreach (var key in (string[])["old", "older", "young"])
                await (await first.PostJsonAsync("/notes", Body, key)).ShouldBeAsync(HttpStatusCode.Created);
            await ExecuteAsync("update idempotency.requests set received_at = now() - interval '24 hours' where key like 'old%'");
            await ExecuteAsync("update idempotency.requests set received_at = now() - interval '23 hours' where key = 'young'");

            var again = await first.PostJsonAsync("/notes", Body, "old");
            Assert.False(again.Headers.Contains(Answer.RepeatedHeader));
            Assert.Equal(4, await CountAsync("notes"));
        }

        using var second = await StartAsync();

        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until && await CountAsync("idempotency.requests") > 2;)
            await Task.Delay(20, Cancellation);
        Assert.Equal(2, await CountAsync("idempotency.requests where key in ('old', 'young')"));
        Assert.Equal(0, await CountAsync("idempotency.requests where key = 'older'"));
    }

    [Fact]
    public async Task ManyOldKeysAreForgottenInBatches()
    {
        await ExecuteAsync(
            """
            insert into idempotency.requests (caller, key, fingerprint, received_at)
            select '', number::text, '', now() - interval '2 days' from generate_series(1, 2500) number
            """);

        await RequestLog.ForgetAsync(Source, Cancellation);

        Assert.Equal(0, await CountAsync("idempotency.requests"));
    }

    [Fact]
    public async Task TheDocumentShowsTheHeader()
    {
        using var api = await StartAsync();

        var document = await (await api.ReadAsync("/openapi/v1.json")).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);

        var post = document["paths"]!["/notes"]!["post"]!;
        Assert.Equal("Idempotency-Key", (string?)Assert.Single(post["parameters"]!.AsArray())!["name"]);
        Assert.All(["409", "422"], status => Assert.NotNull(post["responses"]![status]));
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(Cancellation);

    private async Task UntilSomebodyWaitsAsync()
    {
        for (var until = DateTime.UtcNow.AddSeconds(4); DateTime.UtcNow < until; await Task.Delay(20, Cancellation))
        {
            if (await CountAsync("pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") > 0)
                return;
        }

        Assert.Fail("Nobody waits.");
    }
}
