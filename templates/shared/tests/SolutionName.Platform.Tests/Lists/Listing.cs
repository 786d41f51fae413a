using System.Net;
using System.Text.Json.Nodes;
using Acme.Platform.Lists;
using Acme.Testing;

namespace Acme.Platform.Tests.Lists;

/// <summary>What a list shows, and in what order.</summary>
[Collection<SharedThings>]
public sealed class Listing(ThingsHost host)
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
            await host.ReadIdsAsync($"select id from things where {condition} order by id"),
            listed.Select(thing => thing.Id).Order());
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task EachRowStandsAtItsPlaceOnce(string sort, string order)
    {
        var listed = await api.ListAllAsync<Thing>($"/things?limit=7&sort={sort}&number[in]=3,4,5,6,7,8");

        Assert.Equal(
            await host.ReadIdsAsync($"select id from things where number between 3 and 8 order by {order}"),
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
        Assert.Equal(await host.ReadIdsAsync($"select id from things where id in ({ids}) order by {order}"), listed.Select(thing => thing.Id));
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
}
