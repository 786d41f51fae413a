using System.Net;
using Microsoft.AspNetCore.Builder;
using Npgsql;
using Acme.Platform.Database;
using Acme.Platform.Tests.Requests;
using Acme.Testing;

namespace Acme.Platform.Tests.Trouble;

/// <summary>What PostgreSQL undoes because of somebody else is done again unseen, as long as nothing of it had an effect.</summary>
public sealed class Conflicts(TestServer server) : IAsyncLifetime
{
    private string connection = null!;
    private NpgsqlDataSource source = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connection = await server.CreateDatabaseAsync();
        source = DataSource.Create(connection);

        // A sequence counts attempts: it is not undone.
        await ExecuteAsync(
            """
            create sequence attempts;
            create table counters (id int primary key, n int not null);
            insert into counters values (1, 0), (2, 0);

            create function fail_until(attempt int) returns text language plpgsql as $$
            begin
                if nextval('attempts') < attempt then
                    raise exception 'undone' using errcode = 'serialization_failure';
                end if;
                return 'done';
            end $$;

            create function count_both(first int, second int) returns text language plpgsql as $$
            begin
                update counters set n = n + 1 where id = first;
                perform pg_sleep(0.5);
                update counters set n = n + 1 where id = second;
                return 'done';
            end $$;
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await server.DropDatabaseAsync(connection);
    }

    [Fact]
    public async Task AStatementAloneIsDoneAgain()
    {
        await using var session = new DatabaseSession(source);

        Assert.Equal("done", await CallAsync(session, "fail_until(3)"));
        Assert.Equal(3L, await AttemptsAsync());
    }

    [Fact]
    public async Task AChangeAloneIsDoneAgain()
    {
        await using var session = new DatabaseSession(source);
        await using var command = session.CreateCommand("update counters set n = 5 where fail_until(3) = 'done'");

        Assert.Equal(2, await command.ExecuteAsync(Cancellation));
        Assert.Equal([5, 5], await CountersAsync());
    }

    [Fact]
    public async Task TwoStatementsThatBlockEachOtherAreBothDone()
    {
        await using var one = new DatabaseSession(source);
        await using var other = new DatabaseSession(source);

        await Task.WhenAll(CallAsync(one, "count_both(1, 2)"), CallAsync(other, "count_both(2, 1)"));

        Assert.Equal([2, 2], await CountersAsync());
    }

    [Fact]
    public async Task AStatementInATransactionIsNotDoneAgainByItself()
    {
        await using var session = new DatabaseSession(source);
        await using var transaction = await session.BeginAsync(Cancellation);

        var failure = await Assert.ThrowsAsync<PostgresException>(() => CallAsync(session, "fail_until(3)"));

        Assert.Equal(PostgresErrorCodes.SerializationFailure, failure.SqlState);
    }

    [Fact]
    public async Task ATransactionIsDoneAgainFromItsBeginning()
    {
        await using var session = new DatabaseSession(source);

        var result = await session.InTransactionAsync(
            async cancellationToken =>
            {
                await CallAsync(session, "count_both(1, 2)");
                return await CallAsync(session, "fail_until(3)");
            },
            Cancellation);

        Assert.Equal("done", result);
        Assert.Equal(3L, await AttemptsAsync());
        Assert.Equal([1, 1], await CountersAsync());
    }

    [Fact]
    public async Task APartOfATransactionIsNotDoneAgainByItself()
    {
        await using var session = new DatabaseSession(source);
        await using var whole = await session.BeginAsync(Cancellation);

        await Assert.ThrowsAsync<PostgresException>(
            () => session.InTransactionAsync(cancellationToken => CallAsync(session, "fail_until(3)"), Cancellation));

        Assert.Equal(1L, await AttemptsAsync());
    }

    [Fact]
    public async Task WhatIsUndoneAgainAndAgainIsUnavailable()
    {
        await using var api = await OwnApi.StartAsync(
            app => app.MapPost("/counters", (DatabaseSession session) => CallAsync(session, "fail_until(1000)")),
            new() { ["ConnectionStrings:Default"] = connection });

        var answer = await api.Client.PostJsonAsync("/counters", "{}");

        await answer.ShouldFailAsync(HttpStatusCode.ServiceUnavailable, "UNAVAILABLE");
        Assert.Equal(4L, await AttemptsAsync());
    }

    private static async Task<string?> CallAsync(DatabaseSession session, string function)
    {
        await using var command = session.CreateCommand($"select {function}");
        return await command.FindAsync(row => row.GetString(0), Cancellation);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<object?> AttemptsAsync()
    {
        await using var command = source.CreateCommand("select last_value from attempts");
        return await command.ExecuteScalarAsync(Cancellation);
    }

    private async Task<List<int>> CountersAsync()
    {
        await using var command = source.CreateCommand("select n from counters order by id");
        return await command.ListAsync(row => row.GetInt32(0), Cancellation);
    }
}
