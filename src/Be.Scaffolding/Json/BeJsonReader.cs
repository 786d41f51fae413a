using System.Collections.Immutable;
using System.Text.Json;
using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rules;

namespace Be.Scaffolding.Json;

/// <summary>Reads be.json member by member, so that nothing in it is lost in silence.</summary>
/// <param name="file">What errors call the file.</param>
internal sealed class BeJsonReader(string file)
{
    public Solution Read(string text)
    {
        using var document = Document(text);
        var root = new JsonObjectReader(
            document.RootElement,
            file,
            "",
            "$schema",
            "version",
            "name",
            "layout",
            "templates",
            "options",
            "modules"
        );
        CheckVersion(root);
        if (root.Has("$schema"))
            root.Text("$schema", "./.be/be.schema.json");
        var name = root.Text("name", "Shop");
        var layout = root.Choice("layout", OptionTexts.Layouts);
        return new Solution(
            name,
            layout,
            root.Text("templates", "1.0.0"),
            ReadOptions(root.Member("options", JsonValueKind.Object, "{ … }"), layout == Layout.Microservices),
            root.Objects("modules", ReadModule)
        );
    }

    private JsonDocument Document(string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $" in line {line + 1}, column {e.BytePositionInLine + 1}" : "";
            var reason = e.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd();
            throw new UserError($"{file} is not JSON{place}: {reason}", "Mend it, or take it back from git: git checkout -- " + file);
        }
    }

    private static void CheckVersion(JsonObjectReader root)
    {
        var element = root.Member("version", JsonValueKind.Number, "1");
        if (!element.TryGetInt32(out var version) || version < 1)
        {
            throw root.PlaceOf("version")
                .Error($"{element.GetRawText()} is no version of the format.", $"Write: \"version\": {BeJson.Version}");
        }
        if (version > BeJson.Version)
        {
            throw root.PlaceOf("version")
                .Error(
                    $"the format has version {version}, this tool knows {BeJson.Version}.",
                    "Update the tool: dotnet tool update --global Be.Cli"
                );
        }
    }

    private Options ReadOptions(JsonElement element, bool hasGateway)
    {
        string[] own = hasGateway ? ["gateway"] : [];
        var options = new JsonObjectReader(
            element,
            file,
            "options",
            ["errors", "ids", "docker", "kubernetes", "ci", "messaging", "requireIfMatch", "auth", .. own]
        );
        return new Options(
            options.Choice("ids", OptionTexts.Ids),
            options.Choice("errors", OptionTexts.Errors),
            options.Bool("docker"),
            options.Choice("ci", OptionTexts.Ci),
            options.Has("messaging") ? options.Choice("messaging", OptionTexts.Messaging) : Messaging.InProcess,
            hasGateway ? options.Choice("gateway", OptionTexts.Gateways) : null
        )
        {
            Kubernetes = options.Has("kubernetes") && options.Bool("kubernetes"),
            RequireIfMatch = options.Has("requireIfMatch") && options.Bool("requireIfMatch"),
            Auth = options.Has("auth") ? options.Choice("auth", OptionTexts.Auths) : Auth.None,
        };
    }

    private Module ReadModule(JsonElement element, string path)
    {
        var module = new JsonObjectReader(element, file, path, "name", "entities", "events", "consumers", "clients", "jobs");
        return new Module(ReadName(module, "name", "Sales"), module.Objects("entities", ReadEntity))
        {
            Events = module.Has("events") ? module.Objects("events", ReadEvent) : [],
            Consumers = module.Has("consumers") ? module.Objects("consumers", ReadConsumer) : [],
            Clients = module.Has("clients") ? module.Objects("clients", ReadClient) : [],
            Jobs = module.Has("jobs") ? module.Objects("jobs", ReadJob) : [],
        };
    }

    private Entity ReadEntity(JsonElement element, string path)
    {
        var entity = new JsonObjectReader(element, file, path, "name", "plural", "traits", "sorts", "fields");
        var name = ReadName(entity, "name", "Order");
        return new Entity(
            name,
            entity.Has("plural") ? ReadName(entity, "plural", Plural.Of(name).Pascal) : Plural.Of(name),
            ReadTexts(entity, "traits", "audited"),
            ReadTexts(entity, "sorts", "-createdAt"),
            [.. entity.Texts("fields", "name:string(100)").Select(field => FieldParser.Parse(field.Text, field.Place))]
        );
    }

    private Event ReadEvent(JsonElement element, string path)
    {
        var one = new JsonObjectReader(element, file, path, "name", "fields");
        return new Event(
            ReadName(one, "name", "OrderPlaced"),
            [.. one.Texts("fields", "orderId:uuid").Select(field => FieldParser.Parse(field.Text, field.Place))]
        );
    }

    private Consumer ReadConsumer(JsonElement element, string path)
    {
        var consumer = new JsonObjectReader(element, file, path, "of");
        var parts = consumer.Text("of", "Sales.OrderPlaced").Split('.');
        var place = consumer.PlaceOf("of");
        return parts.Length == 2
            ? new Consumer(place.Name(parts[0]).Pascal, place.Name(parts[1]).Pascal)
            : throw place.Error($"'{string.Join('.', parts)}' is not a module and its event.", "Write: \"of\": \"Sales.OrderPlaced\"");
    }

    private Client ReadClient(JsonElement element, string path) =>
        new(ReadName(new JsonObjectReader(element, file, path, "to"), "to", "Catalog"));

    private Job ReadJob(JsonElement element, string path)
    {
        var job = new JsonObjectReader(element, file, path, "name", "cron", "exclusive");
        return new Job(
            ReadName(job, "name", "CloseStaleOrders"),
            job.Has("cron") ? CronRules.Normal(job.Text("cron", CronRules.Example)) : null,
            job.Has("exclusive") && job.Bool("exclusive")
        );
    }

    private static Name ReadName(JsonObjectReader json, string member, string example) =>
        json.PlaceOf(member).Name(json.Text(member, example));

    private static ImmutableArray<string> ReadTexts(JsonObjectReader json, string member, string example) =>
        json.Has(member) ? [.. json.Texts(member, example).Select(text => text.Text)] : [];
}
