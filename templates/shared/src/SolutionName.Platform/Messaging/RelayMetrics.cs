using System.Diagnostics.Metrics;

namespace Acme.Platform.Messaging;

/// <summary>What a dashboard shows of messaging, and what alarms are set on: lag that grows, dead letters.</summary>
internal sealed class RelayMetrics
{
    private readonly Counter<long> delivered;
    private readonly Counter<long> failed;
    private readonly Counter<long> dead;

    public RelayMetrics(IMeterFactory meters, string queue)
    {
        var meter = meters.Create(Delivery.Name);
        delivered = meter.CreateCounter<long>($"messaging.{queue}.delivered", "{event}", "Events that were handed on");
        failed = meter.CreateCounter<long>($"messaging.{queue}.failed", "{event}", "Attempts that failed");
        dead = meter.CreateCounter<long>($"messaging.{queue}.died", "{event}", "Events that became dead letters");
        meter.CreateObservableGauge($"messaging.{queue}.depth", () => Backlog.Depth, "{event}", "Events that wait");
        meter.CreateObservableGauge($"messaging.{queue}.lag", () => Backlog.Lag, "s", "Age of the oldest event that waits");
        meter.CreateObservableGauge($"messaging.{queue}.dead", () => Backlog.Dead, "{event}", "Dead letters");
    }

    /// <summary>As last measured.</summary>
    public Backlog Backlog { get; set; } = new(0, 0, 0);

    public void Delivered(string name) => delivered.Add(1, Of(name));

    public void Failed(string name) => failed.Add(1, Of(name));

    public void Died(string name) => dead.Add(1, Of(name));

    private static KeyValuePair<string, object?> Of(string name) => new("event", name);
}
