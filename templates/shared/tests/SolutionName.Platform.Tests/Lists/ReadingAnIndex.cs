using System.Text.Json.Nodes;
using Acme.Platform.Database;
using Acme.Platform.Lists;

namespace Acme.Platform.Tests.Lists;

/// <summary>A page costs what it shows, wherever it is in the list.</summary>
[Collection<SharedThings>]
public sealed class ReadingAnIndex(ThingsHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Listing.Sorts), MemberType = typeof(Listing))]
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
        var after = offset == 0 ? null : (object?[])[(await host.ReadIdsAsync($"select id from things where number = 4000 order by id offset {offset} limit 1"))[0]];
        var plan = await ExplainAsync(new([new("number", Comparison.Equal, [4000])], ThingsHost.Rules.FindSort(null, [])!, after, 6));

        Assert.True(NodesOf(plan).Sum(node => Number(node, "Rows Removed by Filter")) < 20, plan.ToJsonString());
        Assert.DoesNotContain(NodesOf(plan), node => $"{node["Node Type"]}" is "Seq Scan" or "Sort");
        Assert.Equal(6, NodesOf(plan).Where(node => node["Index Name"] is not null).Sum(node => Number(node, "Actual Rows")));
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
