using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>A client of another service as the templates see it.</summary>
internal sealed class ClientView
{
    public ClientView(Solution solution, Module module, Client client)
    {
        var target = solution.Modules.Single(other => other.Name == client.To);
        Client = target.Name.Pascal;
        ClientKebab = target.Name.Kebab;
        Namespace = solution.Namespace;
        Port = HostPort.Of(solution, target);
        Entities = [.. target.Entities.Select(entity => new EntityView(solution, target, entity))];
        Place = SlicePlaces.OfModule(solution, module.Name).Below("Clients").Below(Client);
        Tests = SlicePlaces.OfTests(solution, module.Name);
    }

    public string Client { get; }
    public string ClientKebab { get; }
    public string Namespace { get; }

    /// <summary>Where the other service listens on a developer's machine.</summary>
    public int Port { get; }

    public IReadOnlyList<EntityView> Entities { get; }

    /// <summary>The entity that the test of the client asks for.</summary>
    public EntityView First => Entities[0];

    public bool UsesJson => Entities.Any(entity => entity.UsesJson);
    public bool UsesJsonNames => Entities.Any(entity => entity.UsesJsonNames);
    public SlicePlace Place { get; }
    public SlicePlace Tests { get; }
    public string ClientNamespace => Place.Namespace;
    public string TestsNamespace => Tests.Namespace;
}
