namespace Acme.Platform.Messaging.RabbitMq;

/// <summary>How RabbitMQ is used; the section <c>Messaging:RabbitMq</c> of the configuration. The server stands in <c>ConnectionStrings:RabbitMq</c>.</summary>
public sealed class RabbitMqOptions
{
    /// <summary>The exchange that all programs of the solution publish to. Its dead letters go to the one of that name with <c>.dead</c>.</summary>
    public string Exchange { get; set; } = "solution-slug.events";

    /// <summary>The queue of this program, one for all its replicas; by default it is called like the program.</summary>
    public string? Queue { get; set; }

    /// <summary>How many events the server sends before the first of them is acknowledged.</summary>
    public ushort Prefetch { get; set; } = 100;

    /// <summary>How often the server sends an event that makes its receiver break off, before it is a dead letter.</summary>
    public int DeliveryLimit { get; set; } = 20;

    /// <summary>How long the server may take to answer.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(15);
}
