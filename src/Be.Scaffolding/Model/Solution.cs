using System.Collections.Immutable;
using Be.Scaffolding.Fields;

namespace Be.Scaffolding.Model;

/// <summary>What be.json holds: the one description that the tool works from.</summary>
/// <param name="Name">The solution's name as typed; file names use it.</param>
/// <param name="Layout">How the solution is laid out.</param>
/// <param name="Templates">Version of the template pack that made it.</param>
/// <param name="Options">Every template option with its value.</param>
/// <param name="Modules">The modules, in the order of be.json.</param>
public sealed record Solution(string Name, Layout Layout, string Templates, Options Options, ImmutableArray<Module> Modules)
{
    private static readonly Model.Name Accounts = Model.Name.Parse("Accounts");

    /// <summary>The name as a C# namespace: <c>my-shop</c> is <c>my_shop</c>, <c>2Fast</c> is <c>_2Fast</c>.</summary>
    public string Namespace => SafeNamespace.Of(Name);

    /// <summary>What the one program is called, after the solution's name; null where each service is one.</summary>
    public string? Host =>
        Layout switch
        {
            Layout.Monolith => "Api",
            Layout.Hexagonal => "Host",
            _ => null,
        };

    /// <summary>Whether anything is done in the background.</summary>
    public bool HasJobs => Modules.Any(module => !module.Jobs.IsEmpty);

    /// <summary>Whether writes to any table are recorded.</summary>
    public bool HasAudits => Modules.Any(module => module.HasAudits);

    /// <summary>Whether rows of any entity belong to their caller.</summary>
    public bool HasOwners => Modules.Any(module => module.Entities.Any(entity => entity.IsOwned));

    /// <summary>Whether a service calls another one.</summary>
    public bool HasClients => Modules.Any(module => !module.Clients.IsEmpty);

    /// <summary>The service that owns the users of all services; null where they are the one program's, or there are none.</summary>
    public Model.Name? AccountsService => this is { Layout: Layout.Microservices, Options.Auth: Auth.Accounts } ? Accounts : null;

    /// <summary>The modules that entities, events, jobs and clients may be meant for: all but that service.</summary>
    public IEnumerable<Module> OwnModules => Modules.Where(module => module.Name != AccountsService);

    /// <summary>The folder of the migrations of all modules, where they share one.</summary>
    public const string MigrationsOfAll = "migrations";

    /// <summary>The folder of a module's migrations, relative to the root: a service has its own.</summary>
    public string MigrationsOf(Name module) => Layout == Layout.Microservices ? $"services/{module}/migrations" : MigrationsOfAll;
}

/// <summary>How a solution is laid out.</summary>
public enum Layout
{
    /// <summary>A modular monolith: a project a module.</summary>
    Monolith,

    /// <summary>Ports and adapters: a project a ring, a folder a module in each.</summary>
    Hexagonal,

    /// <summary>A service a module, each with its own process and database, behind a gateway.</summary>
    Microservices,
}

/// <summary>The options of a solution, as <c>be.json</c> holds them.</summary>
/// <param name="Ids">Primary keys.</param>
/// <param name="Errors">The shape of error responses.</param>
/// <param name="Docker">Whether there are Docker files.</param>
/// <param name="Ci">Continuous integration.</param>
/// <param name="Messaging">How events get from one module to another.</param>
/// <param name="Gateway">What stands before the services; null where the layout has none.</param>
public sealed record Options(Ids Ids, Errors Errors, bool Docker, Ci Ci, Messaging Messaging, Gateway? Gateway = null)
{
    /// <summary>Whether there are Kubernetes manifests.</summary>
    public bool Kubernetes { get; init; }

    /// <summary>Whether changes without If-Match are refused.</summary>
    public bool RequireIfMatch { get; init; }

    /// <summary>Who may call the API.</summary>
    public Auth Auth { get; init; }
}

/// <summary>Who may call the API.</summary>
public enum Auth
{
    /// <summary>Everybody.</summary>
    None,

    /// <summary>Users who log in, with roles and permissions.</summary>
    Accounts,
}

/// <summary>What primary keys are.</summary>
public enum Ids
{
    /// <summary>UUID version 7 (RFC 9562), made by the application.</summary>
    Uuid,

    /// <summary><c>bigint generated always as identity</c>.</summary>
    Bigint,
}

/// <summary>How errors are written.</summary>
public enum Errors
{
    /// <summary><c>{ "error": { "code", "message", "details", "requestId" } }</c>.</summary>
    Envelope,

    /// <summary>RFC 9457 <c>application/problem+json</c>.</summary>
    Problem,
}

/// <summary>Which continuous integration the solution carries.</summary>
public enum Ci
{
    /// <summary>None.</summary>
    None,

    /// <summary>GitHub Actions.</summary>
    Github,
}

/// <summary>How events get from one module to another.</summary>
public enum Messaging
{
    /// <summary>From the outbox to the consumers in the same program.</summary>
    InProcess,

    /// <summary>From the outbox through RabbitMQ to consumers in any program.</summary>
    RabbitMq,
}

/// <summary>What stands before microservices.</summary>
public enum Gateway
{
    /// <summary>nginx, configured from the model.</summary>
    Nginx,

    /// <summary>Nothing of ours.</summary>
    None,
}

/// <summary>A module of the monolith; the same notion is a bounded context or a service in other layouts.</summary>
public sealed record Module(Name Name, ImmutableArray<Entity> Entities)
{
    /// <summary>What it tells the others.</summary>
    public ImmutableArray<Event> Events { get; init; } = [];

    /// <summary>What it wants to be told.</summary>
    public ImmutableArray<Consumer> Consumers { get; init; } = [];

    /// <summary>What it does in the background.</summary>
    public ImmutableArray<Job> Jobs { get; init; } = [];

    /// <summary>Which services it calls.</summary>
    public ImmutableArray<Client> Clients { get; init; } = [];

    /// <summary>Whether writes to any of its tables are recorded.</summary>
    public bool HasAudits => Entities.Any(entity => entity.IsAudited);

    /// <summary>Whether it has part in messaging.</summary>
    public bool HasMessages => !Events.IsEmpty || !Consumers.IsEmpty;
}

/// <summary>An entity: one resource, one table.</summary>
/// <param name="Name">Singular.</param>
/// <param name="Plural">Plural; folder, table and route.</param>
/// <param name="Traits">As typed: owned, audited, softDelete.</param>
/// <param name="Sorts">As typed, checked against the fields.</param>
/// <param name="Fields">In the order of be.json; without id, createdAt and updatedAt.</param>
public sealed record Entity(
    Name Name,
    Name Plural,
    ImmutableArray<string> Traits,
    ImmutableArray<string> Sorts,
    ImmutableArray<Field> Fields
)
{
    /// <summary>Whether rows belong to who created them, and nobody else sees them (the trait <c>owned</c>).</summary>
    public bool IsOwned => Traits.Contains("owned");

    /// <summary>Whether each write to its table leaves a record of who wrote what (the trait <c>audited</c>).</summary>
    public bool IsAudited => Traits.Contains("audited");

    /// <summary>Whether deleting only hides a row, which can be restored (the trait <c>softDelete</c>).</summary>
    public bool HidesDeleted => Traits.Contains("softDelete");
}

/// <summary>A field of an entity.</summary>
/// <param name="Name">As declared; a reference's column and property add <c>Id</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Nullable">Whether it may be null (<c>?</c>).</param>
/// <param name="Unique">Whether no two rows share it (<c>:unique</c>).</param>
/// <param name="Index">Whether it has an index of its own (<c>:index</c>).</param>
/// <param name="Default">The text after <c>=</c>, checked against the type; null when none.</param>
public sealed record Field(Name Name, FieldType Type, bool Nullable, bool Unique, bool Index, string? Default)
{
    /// <summary>What its column and property are called: a reference adds <c>id</c>.</summary>
    public Name Member => Type is ReferenceType ? Name.Then("id") : Name;

    /// <summary>Whether lists may be filtered and sorted by it: its type has an order, and it is not called like a credential.</summary>
    /// <remarks>Credentials have no place in an address, which logs and histories keep (OWASP API2:2023, RFC 6750, section 5.3).</remarks>
    public bool IsListable =>
        Type is not (ArrayType or ScalarType { Scalar: Scalar.Json or Scalar.Bytes })
        && !Credentials.Any(word => Member.Camel.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static readonly ImmutableArray<string> Credentials = ["token", "password", "secret", "apiKey"];

    /// <summary>Matches the columns of such fields, as a regular expression of PostgreSQL's without regard to case.</summary>
    public static string CredentialColumns =>
        string.Join('|', Credentials.Select(word => Name.Parse(word).Snake.Replace("_", "_?", StringComparison.Ordinal)));

    /// <summary>The field as the field language writes it.</summary>
    public override string ToString() => FieldText.Of(this);
}
