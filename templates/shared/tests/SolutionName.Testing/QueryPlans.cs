using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acme.Testing;

/// <summary>How PostgreSQL would run a query.</summary>
public static class QueryPlans
{
    /// <summary>The nodes of a query's plan where neither a scan of the whole table nor a sort is worth it, as in a large table.</summary>
    public static async Task<List<string>> PlanOfAsync(this IServiceProvider services, string query)
    {
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var set = new NpgsqlCommand("set local enable_seqscan = off; set local enable_sort = off", connection, transaction);
        await set.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand("explain (costs off) " + query, connection, transaction);
        await using var lines = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await lines.ReadAsync())
            plan.Add(lines.GetString(0).TrimStart(' ', '-', '>'));
        return plan;
    }
}
