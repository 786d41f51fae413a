using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit;

namespace Acme.Testing;

/// <summary>What a request asks of PostgreSQL.</summary>
public static class Statements
{
    /// <summary>Reads, and gives the SQL of the queries that this took.</summary>
    public static async Task<(HttpResponseMessage Response, IReadOnlyCollection<string> Statements)> ReadWatchedAsync(this HttpClient api, string url)
    {
        var trace = ActivityTraceId.CreateRandom();
        var statements = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace && activity.GetTagItem("db.query.text") is string sql)
                    statements.Enqueue(sql);
            },
        };
        ActivitySource.AddActivityListener(listener);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.Relative));
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        return (await api.SendAsync(request, TestContext.Current.CancellationToken), statements);
    }
}
