namespace Be.Scaffolding.Model;

/// <summary>Work that a module does in the background.</summary>
/// <param name="Name">What it does: <c>CloseStaleOrders</c>.</param>
/// <param name="Cron">When it runs by itself, in UTC; null when it only runs when it is queued, with arguments.</param>
/// <param name="Exclusive">Whether only one run of it at a time is allowed, over all replicas.</param>
public sealed record Job(Name Name, string? Cron, bool Exclusive)
{
    /// <summary>What operators and the queue call it: <c>sales.close-stale-orders</c>.</summary>
    public string WireName(Name module) => $"{module.Kebab}.{Name.Kebab}";
}
