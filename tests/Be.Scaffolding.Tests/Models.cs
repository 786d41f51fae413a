using System.Collections.Immutable;
using Be.Scaffolding.Edits;
using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests;

/// <summary>Models for tests, made as the commands make them.</summary>
internal static class Models
{
    public static Solution Shop { get; } =
        new("Shop", Layout.Monolith, "1.0.0", new Options(Ids.Uuid, Errors.Envelope, Docker: true, Ci.None, Messaging.InProcess), []);

    public static Solution Services { get; } = AsServices(Shop);

    /// <summary>The same modules, each a service.</summary>
    public static Solution AsServices(Solution solution) =>
        solution with
        {
            Layout = Layout.Microservices,
            Options = solution.Options with { Gateway = Gateway.None },
        };

    public static Solution Module(this Solution solution, string module) => ModelEdit.AddModule(solution, Name.Parse(module));

    public static Solution Event(this Solution solution, string name, string fields = "", string? module = null) =>
        EventEdit.AddEvent(solution, module is null ? null : Name.Parse(module), Name.Parse(name), FieldParser.ParseAll(fields));

    public static Solution Consumer(this Solution solution, string of, string? module = null) =>
        EventEdit.AddConsumer(solution, module is null ? null : Name.Parse(module), of);

    public static Solution Client(this Solution solution, string to, string? module = null) =>
        ClientEdit.AddClient(solution, module is null ? null : Name.Parse(module), Name.Parse(to));

    public static Solution Job(this Solution solution, string name, string? cron = null, bool? exclusive = null, string? module = null) =>
        JobEdit.AddJob(solution, module is null ? null : Name.Parse(module), Name.Parse(name), cron, exclusive);

    public static Solution Entity(
        this Solution solution,
        string entity,
        string fields = "",
        string? module = null,
        string? plural = null,
        params string[] sorts
    ) =>
        ModelEdit.AddEntity(
            solution,
            module is null ? null : Name.Parse(module),
            Name.Parse(entity),
            plural is null ? null : Name.Parse(plural),
            [],
            [.. sorts],
            FieldParser.ParseAll(fields)
        );

    /// <summary>An entity with traits.</summary>
    public static Solution EntityWith(
        this Solution solution,
        string entity,
        ImmutableArray<string> traits,
        string fields = "",
        string? module = null
    ) =>
        ModelEdit.AddEntity(
            solution,
            module is null ? null : Name.Parse(module),
            Name.Parse(entity),
            null,
            traits,
            [],
            FieldParser.ParseAll(fields)
        );
}
