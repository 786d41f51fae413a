namespace Acme.Platform.Messaging;

/// <summary>The events that this program knows, and who takes them.</summary>
internal sealed class EventCatalogue
{
    private readonly Dictionary<Type, string> names;
    private readonly ILookup<string, Subscription> subscriptions;

    public EventCatalogue(IEnumerable<PublishedEvent> events, IEnumerable<Subscription> subscriptions)
    {
        names = events.ToDictionary(published => published.Type, published => published.Name);
        this.subscriptions = subscriptions.ToLookup(subscription => subscription.Event);
        Taken = [.. this.subscriptions.Select(group => group.Key)];
        Names = [.. names.Values.Concat(Taken).Distinct()];
    }

    /// <summary>The names of all events. What another version of the program has published is left to that one.</summary>
    public string[] Names { get; }

    /// <summary>The names of those that somebody here takes.</summary>
    public string[] Taken { get; }

    /// <exception cref="InvalidOperationException">The type is registered as no event.</exception>
    public string NameOf(Type type) =>
        names.GetValueOrDefault(type)
        ?? throw new InvalidOperationException($"{type} is not registered as an event: services.AddEvent<{type.Name}>(\"its.name.v1\").");

    public IEnumerable<Subscription> SubscriptionsTo(string name) => subscriptions[name];
}
