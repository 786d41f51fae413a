using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using Acme.Platform.Database;
using Acme.Platform.Lists;
using Acme.Testing;

namespace Acme.Platform.Tests.Lists;

public sealed class Listing(ThingsHost host) : IClassFixture<ThingsHost>
{
    /// <summary>Each sort, with the same in SQL.</summary>
    public static readonly TheoryData<string, string> Sorts = new()
    {
        { "id", "id" },
        { "-id", "id desc" },
        { "number", "number, id" },
        { "-number", "number desc, id desc" },
        { "place", "place, id" },
        { "-place", "place desc, id desc" },
        { "name", "name, id" },
        { "-name", "name desc, id desc" },
        { "kind,-place,number", "kind, place desc, number, id" },
        { "-kind,place,-number", "kind desc, place, number desc, id desc" },
    };

    private readonly HttpClient api = host.Client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", 20)]
    [InlineData("?limit=1", 1)]
    [InlineData("?limit=100", 100)]
    [InlineData("?limit=101", 100)]
    [InlineData("?limit=99999999999", 100)]
    public async Task TheLimitIsTheCallersUpToAHundred(string query, int expected)
    {
        var page = await (await api.ReadAsync("/things" + query)).ShouldBeAsync<Listing<Thing>>(HttpStatusCode.OK);

        Assert.Equal(expected, page.Page.Limit);
        Assert.Equal(expected, page.Data.Count);
        Assert.NotNull(page.Page.NextCursor);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("offset=3", "offset")]
    [InlineData("include=number", "include")]
    [InlineData("sort=price", "sort")]
    [InlineData("sort=place,number", "sort")]
    [InlineData("sort=", "sort")]
    [InlineData("number=one", "number")]
    [InlineData("number=", "number")]
    [InlineData("number=1.5", "number")]
    [InlineData("number=null", "number")]
    [InlineData("number=2147483648", "number")]
    [InlineData("number[in]=1,,2", "number[in]")]
    [InlineData("number[contains]=123", "number[contains]")]
    [InlineData("number[]=1", "number[]")]
    [InlineData("number[gte=1", "number[gte")]
    [InlineData("[gte]=1", "[gte]")]
    [InlineData("kind=Small", "kind")]
    [InlineData("kind[gt]=small", "kind[gt]")]
    [InlineData("price=12345678901234567890.123456789", "price")]
    [InlineData("limit[eq]=yes", "limit[eq]")]
    [InlineData("at[lt]=2026-01-01", "at[lt]")]
    [InlineData("name=%00", "name")]
    [InlineData("name[contains]=ab", "name[contains]")]
    public async Task WhatTheRulesDoNotNameIsRefused(string query, string parameter) =>
        await (await api.ReadAsync("/things?" + query)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", parameter);

    [Fact]
    public async Task AFieldIsNotOneOfMoreThanAHundredValues()
    {
        var values = string.Join(',', Enumerable.Range(0, 101));

        await (await api.ReadAsync($"/things?number[in]={values}")).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "number[in]");
    }

    [Theory]
    [InlineData("number=7&id[lt]=20000", "number = 7 and id < 20000")]
    [InlineData("number[in]=7,8,4999&id[lte]=5008", "number in (7, 8, 4999) and id <= 5008")]
    [InlineData("place[ne]=12&id[lt]=30", "place is distinct from 12 and id < 30")]
    [InlineData("place[gte]=690&id[lt]=700", "place >= 690 and id < 700")]
    [InlineData("name=thing+7", "name = 'thing 7'")]
    [InlineData("name[in]=thing%207,no%2Csuch", "name = 'thing 7'")]
    [InlineData("name[contains]=HING%204999", "name ilike '%hing 4999%'")]
    [InlineData("name[contains]=hing_4999", "false")]
    [InlineData("name[contains]=hing%254999", "false")]
    [InlineData("name[contains]=%5C%5C%5C", "false")]
    [InlineData("kind=quiteLarge&id[lt]=10", "kind = 'quiteLarge' and id < 10")]
    [InlineData("kind[in]=small,quiteLarge&id[lt]=10", "id < 10")]
    [InlineData("price[gt]=999.99", "price > 999.99")]
    [InlineData("price[lt]=1e-1", "price < 0.1")]
    [InlineData("at[lt]=2026-01-01T01:00:10%2B01:00", "at < '2026-01-01T00:00:10Z'")]
    [InlineData("limit[eq]=true", "\"limit\"")]
    public async Task RowsAreChosenByTheirFields(string query, string condition)
    {
        var listed = await api.ListAllAsync<Thing>($"/things?limit=100&{query}");

        Assert.Equal(
            await ReadIdsAsync($"select id from things where {condition} order by id"),
            listed.Select(thing => thing.Id).Order());
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task EachRowStandsAtItsPlaceOnce(string sort, string order)
    {
        var listed = await api.ListAllAsync<Thing>($"/things?limit=7&sort={sort}&number[in]=3,4,5,6,7,8");

        Assert.Equal(
            await ReadIdsAsync($"select id from things where number between 3 and 8 order by {order}"),
            listed.Select(thing => thing.Id));
    }

    [Theory]
    [InlineData("place[gte]=690&number[in]=690,691,692,693,1391", "place, id")]
    [InlineData("number[lt]=50&number[gt]=47", "number, id")]
    [InlineData("price[gt]=999", "id")]
    [InlineData("number=49", "id")]
    public async Task WithoutASortTheRangeDecides(string query, string order)
    {
        var listed = await api.ListAllAsync<Thing>($"/things?limit=100&{query}");

        var ids = string.Join(',', listed.Select(thing => thing.Id));
        Assert.Equal(await ReadIdsAsync($"select id from things where id in ({ids}) order by {order}"), listed.Select(thing => thing.Id));
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task APageFromTheMiddleReadsLittleMoreThanItReturns(string sort, string order)
    {
        foreach (var offset in (int[])[0, 20_000, ThingsHost.Rows / 2, 80_000, 95_000])
        {
            var query = await QueryAfterAsync(sort, order, offset);
            var plan = await ExplainAsync(query);
            var nodes = NodesOf(plan).ToList();

            Assert.True(nodes.Sum(node => Number(node, "Rows Removed by Filter")) < 20, plan.ToJsonString());
            Assert.DoesNotContain(nodes, node => $"{node["Node Type"]}" == "Seq Scan");
            Assert.InRange(
                nodes.Where(node => node["Index Name"] is not null).Sum(node => Number(node, "Actual Rows")), 0, query.Sort.Count * 2 * query.Limit);
        }
    }

    [Theory]
    [InlineData(Comparison.Equal, "id")]
    [InlineData(Comparison.GreaterOrEqual, "number")]
    public async Task AnIndexServesTheFilter(Comparison comparison, string sort)
    {
        var plan = await ExplainAsync(new([new("number", comparison, [4000])], ThingsHost.Rules.FindSort(sort, [])!, null, 21));

        Assert.True(NodesOf(plan).Sum(node => Number(node, "Rows Removed by Filter")) < 20, plan.ToJsonString());
        Assert.DoesNotContain(NodesOf(plan), node => $"{node["Node Type"]}" == "Seq Scan");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task APageBelowOneRowReadsLittleMoreThanItReturns(int offset)
    {
        var after = offset == 0 ? null : (object?[])[(await ReadIdsAsync($"select id from things where number = 4000 order by id offset {offset} limit 1"))[0]];
        var plan = await ExplainAsync(new([new("number", Comparison.Equal, [4000])], ThingsHost.Rules.FindSort(null, [])!, after, 6));

        Assert.True(NodesOf(plan).Sum(node => Number(node, "Rows Removed by Filter")) < 20, plan.ToJsonString());
        Assert.DoesNotContain(NodesOf(plan), node => $"{node["Node Type"]}" is "Seq Scan" or "Sort");
        Assert.Equal(6, NodesOf(plan).Where(node => node["Index Name"] is not null).Sum(node => Number(node, "Actual Rows")));
    }

    [Fact]
    public async Task RowsThatComeAndGoMoveNoOthers()
    {
        const string url = "/things?limit=10&sort=place&number=4321";
        var kept = await ReadIdsAsync("select id from things where number = 4321");
        await AddAsync(1, 50);
        List<long> listed = [];

        string? cursor = null;
        for (var round = 0; round == 0 || cursor is not null; round++)
        {
            var page = await (await api.ReadAsync(cursor is null ? url : $"{url}&cursor={cursor}")).ShouldBeAsync<Listing<Thing>>(HttpStatusCode.OK);
            listed.AddRange(page.Data.Select(thing => thing.Id));
            cursor = page.Page.NextCursor;
            // The row that the cursor stands for goes too, if it is none of those that stay.
            await host.ExecuteAsync($"delete from things where id = {Math.Max(page.Data[^1].Id, ThingsHost.Rows + 1)} or id = {ThingsHost.Rows + 50 - round}");
            await AddAsync(100 + round, 1);
        }

        await host.ExecuteAsync($"delete from things where id > {ThingsHost.Rows}");
        Assert.Equal(listed.Distinct(), listed);
        Assert.Equal(kept.Order(), listed.Where(id => id <= ThingsHost.Rows).Order());
    }

    [Fact]
    public async Task ACursorGoesOnInAnotherProgram()
    {
        using var replica = await host.StartAsync();
        var first = await CursorAsync("/things?limit=2&sort=-place&kind=small");

        var page = await replica.ReadAsync($"/things?limit=3&kind=small&sort=-place&cursor={first}");

        var ids = await ReadIdsAsync("select id from things where kind = 'small' order by place desc, id desc offset 2 limit 3");
        Assert.Equal(ids, (await page.ShouldBeAsync<Listing<Thing>>(HttpStatusCode.OK)).Data.Select(thing => thing.Id));
    }

    [Fact]
    public async Task ACursorGoesOnWhateverIsIncluded()
    {
        var first = await CursorAsync("/numbers/7/things?limit=2");

        var page = await api.ReadAsync($"/numbers/7/things?limit=3&include=number&cursor={first}");

        var ids = await ReadIdsAsync("select id from things where number = 7 order by id offset 2 limit 3");
        Assert.Equal(ids, (await page.ShouldBeAsync<Listing<Thing>>(HttpStatusCode.OK)).Data.Select(thing => thing.Id));
        await (await api.ReadAsync($"/numbers/8/things?cursor={first}")).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "cursor");
    }

    [Theory]
    [InlineData("/things?sort=place&kind=small&cursor=")]
    [InlineData("/things?sort=-place&kind=quiteLarge&cursor=")]
    [InlineData("/things?sort=-place&cursor=")]
    [InlineData("/things?sort=-place&kind=small&number=1&cursor=")]
    [InlineData("/things?sort=-place&kind=small&cursor=A")]
    public async Task ACursorOfAnotherListIsRefused(string url)
    {
        var cursor = await CursorAsync("/things?sort=-place&kind=small");

        await (await api.ReadAsync(url + cursor)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "cursor");
    }

    [Fact]
    public async Task ACursorThatWasTouchedIsRefused()
    {
        var cursor = await CursorAsync("/things?sort=-place");
        for (var i = 0; i < cursor.Length; i += 5)
        {
            var touched = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            await (await api.ReadAsync("/things?sort=-place&cursor=" + touched)).ShouldFailAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR", "cursor");
        }
    }

    [Fact]
    public async Task TheOpenApiDocumentNamesEachParameter()
    {
        var document = await (await api.ReadAsync("/openapi/v1.json")).ShouldBeAsync<JsonObject>(HttpStatusCode.OK);

        var parameters = document["paths"]!["/things"]!["get"]!["parameters"]!.AsArray();
        var names = parameters.Select(parameter => $"{parameter!["name"]}").ToList();
        Assert.Equal(names.Distinct(), names);
        foreach (var name in (string[])["limit", "cursor", "sort", "number", "number[in]", "price[gte]", "kind[ne]", "name[contains]", "limit[eq]"])
            Assert.Contains(name, names);
        Assert.DoesNotContain("kind[gt]", names);
        Assert.Equal(
            Sorts.Select(sort => sort.Data.Item1).Order(StringComparer.Ordinal),
            parameters.Single(parameter => $"{parameter!["name"]}" == "sort")!["schema"]!["enum"]!.AsArray().Select(sort => $"{sort}").Order(StringComparer.Ordinal));
    }

    private Task AddAsync(int from, int count) =>
        host.ExecuteAsync(
            $"""
            insert into things
            select {ThingsHost.Rows} + n, 4321, case when n % 3 > 0 then n * 7 end, null, 'small', 1, now(), false
            from generate_series({from}, {from + count - 1}) n
            """);

    private async Task<string> CursorAsync(string url) =>
        (await (await api.ReadAsync(url)).ShouldBeAsync<Listing<Thing>>(HttpStatusCode.OK)).Page.NextCursor!;

    private async Task<List<long>> ReadIdsAsync(string sql)
    {
        await using var command = host.Source.CreateCommand(sql);
        return await command.ListAsync(row => row.GetInt64(0), Cancellation);
    }

    /// <summary>The page behind the row that stands at the offset.</summary>
    private async Task<ListQuery> QueryAfterAsync(string sort, string order, int offset)
    {
        var keys = ThingsHost.Rules.FindSort(sort, [])!;
        await using var command = host.Source.CreateCommand($"select {string.Join(", ", keys.Select(key => key.Field))} from things order by {order} offset {offset} limit 1");
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        Assert.True(await row.ReadAsync(Cancellation));
        return new ListQuery([], keys, [.. Enumerable.Range(0, keys.Count).Select(at => row.IsDBNull(at) ? null : row.GetValue(at))], 21);
    }

    private async Task<JsonNode> ExplainAsync(ListQuery query)
    {
        await using var database = new DatabaseSession(host.Source);
        await using var command = ThingsHost.Table.CreateCommand(database, query);
        command.CommandText = "explain (analyze, format json) " + command.CommandText;
        return JsonNode.Parse((string)(await command.ExecuteScalarAsync(Cancellation))!)![0]!["Plan"]!;
    }

    private static IEnumerable<JsonNode> NodesOf(JsonNode node) =>
        (node["Plans"]?.AsArray().SelectMany(child => NodesOf(child!)) ?? []).Prepend(node);

    private static int Number(JsonNode node, string name) => (int?)node[name]?.GetValue<double>() ?? 0;
}
