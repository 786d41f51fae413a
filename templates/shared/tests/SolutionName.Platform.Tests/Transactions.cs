using Npgsql;
using Acme.Platform.Database;

namespace Acme.Platform.Tests;

/// <summary>The session of one request: what is committed, what is undone.</summary>
public sealed class Transactions(TestServer server) : IAsyncLifetime
{
    private string connection = null!;
    private NpgsqlDataSource source = null!;
    private DatabaseSession database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connection = await server.CreateDatabaseAsync();
        source = NpgsqlDataSource.Create(connection);
        database = new DatabaseSession(source);
        await ExecuteAsync("create table notes (note text primary key)");
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await source.DisposeAsync();
        await server.DropDatabaseAsync(connection);
    }

    [Fact]
    public async Task WithoutOneEachCommandCounts()
    {
        await NoteAsync("alone");

        Assert.False(database.IsInTransaction);
        Assert.Equal(["alone"], await NotesAsync());
    }

    [Fact]
    public async Task WhatIsCommittedStays()
    {
        await using (var transaction = await database.BeginAsync(Cancellation))
        {
            await NoteAsync("one");
            Assert.Empty(await NotesAsync());
            await transaction.CommitAsync(Cancellation);
            await NoteAsync("after it");
        }

        Assert.Equal(["after it", "one"], await NotesAsync());
    }

    [Fact]
    public async Task WhatIsNotCommittedIsUndone()
    {
        await using (await database.BeginAsync(Cancellation))
            await NoteAsync("one");

        Assert.Empty(await NotesAsync());
        await NoteAsync("and the session goes on");
        Assert.Single(await NotesAsync());
    }

    [Fact]
    public async Task APartIsUndoneAloneEvenAfterAnError()
    {
        await using var whole = await database.BeginAsync(Cancellation);
        await NoteAsync("one");
        await using (await database.BeginAsync(Cancellation))
        {
            await NoteAsync("two");
            await Assert.ThrowsAsync<PostgresException>(() => NoteAsync("one"));
        }

        await using (var part = await database.BeginAsync(Cancellation))
        {
            await NoteAsync("three");
            await part.CommitAsync(Cancellation);
        }

        Assert.Empty(await NotesAsync());
        await whole.CommitAsync(Cancellation);
        Assert.Equal(["one", "three"], await NotesAsync());
    }

    [Fact]
    public async Task APartOfWhatIsUndoneIsUndone()
    {
        await using (await database.BeginAsync(Cancellation))
        {
            await using var part = await database.BeginAsync(Cancellation);
            await NoteAsync("one");
            await part.CommitAsync(Cancellation);
        }

        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task TheEndOfTheScopeUndoesToo()
    {
        await database.BeginAsync(Cancellation);
        await NoteAsync("forgotten");

        await database.DisposeAsync();

        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task AConnectionThatIsLostUndoesAllAndTheSessionGoesOn()
    {
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () =>
        {
            await using var whole = await database.BeginAsync(Cancellation);
            await using var part = await database.BeginAsync(Cancellation);
            await NoteAsync("lost");
            await ExecuteAsync("select pg_terminate_backend(pg_backend_pid())");
        });

        Assert.Empty(await NotesAsync());
        await NoteAsync("and the session goes on");
    }

    [Fact]
    public async Task CommittingTwiceIsAMistake()
    {
        await using var transaction = await database.BeginAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => transaction.CommitAsync(Cancellation));
    }

    private Task NoteAsync(string note) => ExecuteAsync($"insert into notes values ('{note}')");

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>As others see them.</summary>
    private async Task<List<string>> NotesAsync()
    {
        await using var command = source.CreateCommand("select note from notes order by note");
        return await command.ListAsync(row => row.GetString(0), Cancellation);
    }
}
