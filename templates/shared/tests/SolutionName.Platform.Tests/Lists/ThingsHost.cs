#if (accounts)
using System.Security.Claims;
#endif
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;
#if (accounts)
using Acme.Platform.Access;
#endif
using Acme.Platform.Database;
using Acme.Platform.Lists;
using Acme.Platform.Tests.Requests;

namespace Acme.Platform.Tests.Lists;

/// <summary>Tests that share the programs and their rows.</summary>
[CollectionDefinition]
public sealed class SharedThings : ICollectionFixture<ThingsHost>;

/// <summary>Programs with one list, <c>/things</c>, of 100,000 rows.</summary>
public sealed class ThingsHost(TestServer server) : IAsyncLifetime
{
    public const int Rows = 100_000;

    private readonly List<OwnApi> running = [];
    private string connection = null!;

    public NpgsqlDataSource Source { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    internal static ListRules<Thing> Rules { get; } = new ListRules<Thing>()
        .FilterAndSort("id", thing => thing.Id)
        .FilterAndSort("number", thing => thing.Number)
        .FilterAndSort("place", thing => thing.Place)
        .SearchAndSort("name", thing => thing.Name)
        .Filter("kind", thing => thing.Kind)
        .Filter("price", thing => thing.Price)
        .Filter("at", thing => thing.At)
        .Filter("limit", thing => thing.Limit)
        .Sort("kind,-place,number");

    internal static ListTable Table { get; } = new(
        "things",
        "id, number, place, name, kind, price, at, \"limit\"",
        ["id", "number", "place?", "name?", "kind", "price", "at", "\"limit\""]);

#if (accounts)
    private static IncludeRules Included { get; } = new IncludeRules().Add("number", "numbers");
#else
    private static IncludeRules Included { get; } = new IncludeRules().Add("number");
#endif

    public async ValueTask InitializeAsync()
    {
        connection = await server.CreateDatabaseAsync();
        Source = NpgsqlDataSource.Create(connection);
        await ExecuteAsync(ListTables.Sql);
        await ExecuteAsync(
            $"""
            create extension pg_trgm;

            create table things (
                id bigint primary key,
                number integer not null,
                place integer,
                name text,
                kind text not null,
                price numeric(18, 2) not null,
                at timestamptz not null,
                "limit" boolean not null
            );

            insert into things
            select n, n % 5000, case when n % 3 > 0 then n % 700 end, case when n % 4 > 0 then 'thing ' || n % 50000 end,
                case n % 2 when 0 then 'small' else 'quiteLarge' end, n / 100.0, timestamptz '2026-01-01Z' + n * interval '1 second', n = 7
            from generate_series(1, {Rows}) n;

            create index on things (number, id);
            create index on things (place, id);
            create index on things (name, id);
            create index on things (kind, place desc, number, id);
            create index on things using gin (name gin_trgm_ops);
            analyze things;
            """);
        Client = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in running)
            await program.DisposeAsync();
        await Source.DisposeAsync();
        await server.DropDatabaseAsync(connection);
    }

    /// <summary>Starts a program.</summary>
    public async Task<HttpClient> StartAsync()
    {
        var program = await OwnApi.StartOnAsync(connection, Map);
        running.Add(program);
        return program.Client;
    }

    private static void Map(WebApplication program)
    {
#if (accounts)
        program.Use((context, next) =>
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Permissions.Claim, Permissions.Everything)]));
            return next(context);
        });
#endif
        program.MapGet("/things", ListAsync).Lists(Rules);
        program.MapGet("/numbers/{number:int}/things", ListOfNumberAsync).Lists(Rules).Includes(Included);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<List<long>> ReadIdsAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return await command.ListAsync(row => row.GetInt64(0), TestContext.Current.CancellationToken);
    }

    private static async Task<IResult> ListAsync(ListRequest<Thing> list, DatabaseSession database, CancellationToken cancellationToken)
    {
        await using var command = Table.CreateCommand(database, list.Query);
        return TypedResults.Ok(await list.PageAsync(await command.ListAsync(Read, cancellationToken), thing => thing, cancellationToken));
    }

    private static Task<IResult> ListOfNumberAsync(
        int number, ListRequest<Thing> list, Include include, DatabaseSession database, CancellationToken cancellationToken) =>
        ListAsync(list.Where("number", number), database, cancellationToken);

    private static Thing Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetInt32(1),
        row.GetFieldValue<int?>(2),
        row.GetNullable<string>(3),
        row.GetString(4) == "small" ? ProbeKind.Small : ProbeKind.QuiteLarge,
        row.GetDecimal(5),
        row.GetFieldValue<DateTimeOffset>(6),
        row.GetBoolean(7));
}

internal sealed record Thing(long Id, int Number, int? Place, string? Name, ProbeKind Kind, decimal Price, DateTimeOffset At, bool Limit);
