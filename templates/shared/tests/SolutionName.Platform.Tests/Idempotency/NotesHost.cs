using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Acme.Platform.Database;
using Acme.Platform.Errors;
using Acme.Platform.Http;
using Acme.Platform.Idempotency;
using Acme.Platform.Messaging;
using Acme.Platform.Tests.Messaging;
using Acme.Platform.Tests.Requests;

namespace Acme.Platform.Tests.Idempotency;

/// <summary>Programs with one idempotent endpoint, <c>/notes</c>, on one database of their own.</summary>
public abstract class NotesHost(TestServer server) : IAsyncLifetime
{
    private readonly List<OwnApi> running = [];
    private string connection = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected NpgsqlDataSource Source { get; private set; } = null!;

    /// <summary>What the endpoint does after it has written the note.</summary>
    protected Func<HttpContext, Task<ApiError?>> OnNoted { get; set; } = _ => Task.FromResult<ApiError?>(null);

    public async ValueTask InitializeAsync()
    {
        connection = await server.CreateDatabaseAsync();
        Source = NpgsqlDataSource.Create(connection);
        await ExecuteAsync(IdempotencyTables.Sql);
        await ExecuteAsync(MessagingTables.Sql);
        await ExecuteAsync("create table notes (id bigint generated always as identity primary key, text text not null)");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in running)
            await program.DisposeAsync();
        await Source.DisposeAsync();
        await server.DropDatabaseAsync(connection);
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts a program.</summary>
    protected async Task<HttpClient> StartAsync()
    {
        var program = await OwnApi.StartOnAsync(connection, Map, services => services.AddIdempotency());
        running.Add(program);
        return program.Client;
    }

    private void Map(WebApplication program)
    {
        program.Use((context, next) =>
        {
            if (context.Request.Headers["X-User"] is [{ } user])
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user)], "test"));
            if (context.Request.Headers.ContainsKey("X-Hang-Up"))
                context.Response.OnStarting(() =>
                {
                    context.Abort();
                    return Task.CompletedTask;
                });
            return next(context);
        });
        program.MapPost("/notes", NoteAsync).Idempotent();
        program.MapPost("/others", NoteAsync).Idempotent();
    }

    protected async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    protected async Task<long> CountAsync(string table)
    {
        await using var command = Source.CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    /// <summary>Writes the note and publishes an event, in the request's transaction if there is one.</summary>
    private async Task<IResult> NoteAsync(Note note, DatabaseSession database, HttpContext context)
    {
        await using var transaction = await database.BeginAsync(context.RequestAborted);
        await using var insert = database.CreateCommand("insert into notes (text) values ($1) returning id");
        var id = (long)(await insert.With(note.Text).ExecuteScalarAsync(context.RequestAborted))!;
        var outbox = new Outbox(database, new EventCatalogue([new PublishedEvent("tests.noted.v1", typeof(Note))], []));
        await outbox.AddAsync(note, note.Text, context.RequestAborted);
        await transaction.CommitAsync(context.RequestAborted);
        return await OnNoted(context) is { } error ? error : TypedResults.Created($"/notes/{id}", new Noted(id, note.Text)).Tagged((uint)id);
    }
}

internal sealed record Note(string Text);

internal sealed record Noted(long Id, string Text);
