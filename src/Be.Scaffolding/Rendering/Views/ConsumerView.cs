using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>A consumer as the templates see it.</summary>
internal sealed class ConsumerView
{
    public ConsumerView(Solution solution, Module module, Consumer consumer)
    {
        var publisher = solution.Modules.Single(other => other.Name.Pascal == consumer.Module);
        Of = new EventView(solution, publisher, publisher.Events.Single(one => one.Name.Pascal == consumer.Event));
        Consumer = $"{module.Name.Kebab}.{Of.WireName}";
        Publisher = consumer.Module;
        ModuleWords = module.Name.Words;
        Namespace = solution.Namespace;
        Place = MessagePlaces.OfConsumer(solution, module.Name);
        Tests = MessagePlaces.OfTests(solution, module.Name);
        MessagingNamespace = $"{solution.Namespace}.{(solution.Layout == Layout.Hexagonal ? "Application" : "Platform")}.Messaging";
    }

    public EventView Of { get; }
    public string Event => Of.Event;

    /// <summary>Its name in the inbox.</summary>
    public string Consumer { get; }

    public string Publisher { get; }
    public string ModuleWords { get; }
    public string Namespace { get; }
    public SlicePlace Place { get; }
    public SlicePlace Tests { get; }
    public string ConsumerNamespace => Place.Namespace;
    public string TestsNamespace => Tests.Namespace;

    /// <summary>Where a consumer's interface is: the application's own in a hexagon.</summary>
    public string MessagingNamespace { get; }
}
