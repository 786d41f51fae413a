using System.Net;
using Acme.Platform.Lists;
using Acme.Testing;

namespace Acme.Platform.Tests.Lists;

/// <summary>From page to page: a cursor goes on where its page ended, in the same list only.</summary>
[Collection<SharedThings>]
public sealed class Cursors(ThingsHost host)
{
    private readonly HttpClient api = host.Client;

    [Fact]
    public async Task RowsThatComeAndGoMoveNoOthers()
    {
        const string url = "/things?limit=10&sort=place&number=4321";
        var kept = await host.ReadIdsAsync("select id from things where number = 4321");
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

        var ids = await host.ReadIdsAsync("select id from things where kind = 'small' order by place desc, id desc offset 2 limit 3");
        Assert.Equal(ids, (await page.ShouldBeAsync<Listing<Thing>>(HttpStatusCode.OK)).Data.Select(thing => thing.Id));
    }

    [Fact]
    public async Task ACursorGoesOnWhateverIsIncluded()
    {
        var first = await CursorAsync("/numbers/7/things?limit=2");

        var page = await api.ReadAsync($"/numbers/7/things?limit=3&include=number&cursor={first}");

        var ids = await host.ReadIdsAsync("select id from things where number = 7 order by id offset 2 limit 3");
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

    private Task AddAsync(int from, int count) =>
        host.ExecuteAsync(
            $"""
            insert into things
            select {ThingsHost.Rows} + n, 4321, case when n % 3 > 0 then n * 7 end, null, 'small', 1, now(), false
            from generate_series({from}, {from + count - 1}) n
            """);

    private async Task<string> CursorAsync(string url) =>
        (await (await api.ReadAsync(url)).ShouldBeAsync<Listing<Thing>>(HttpStatusCode.OK)).Page.NextCursor!;
}
