using System.Text;
using Be.Scaffolding.Model;
using Be.Scaffolding.Rules;

namespace Be.Scaffolding.Json;

/// <summary>be.json: the model of a solution, at its root.</summary>
public static class BeJson
{
    /// <summary>The file's name.</summary>
    public const string FileName = "be.json";

    /// <summary>The format's version that this tool reads and writes.</summary>
    public const int Version = 1;

    /// <summary>The folder that holds be.json: <paramref name="start"/> or the nearest one above it.</summary>
    /// <exception cref="UserError">There is none.</exception>
    public static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, FileName)))
                return folder.FullName;
        }
        throw new UserError($"There is no be.json in {start} or above it.", "Change into a solution, or make one: be new monolith Shop");
    }

    /// <summary>Reads and checks be.json.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="UserError">It cannot be read, or breaks a rule: the place, the reason, and what to write instead.</exception>
    public static Solution Read(string path) => Parse(ReadText(path), Path.GetFileName(path));

    /// <summary>Reads and checks the text of a be.json.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What errors call it.</param>
    public static Solution Parse(string text, string file = FileName) => ModelRules.Checked(new BeJsonReader(file).Read(text), file);

    /// <summary>The text: members in one order, 2 spaces, LF. Reading it and writing it again gives the same bytes.</summary>
    public static string Write(Solution solution) =>
        JsonValue
            .Object(
                [
                    ("$schema", JsonValue.Text("./.be/be.schema.json")),
                    ("version", JsonValue.Number(Version)),
                    ("name", JsonValue.Text(solution.Name)),
                    ("layout", JsonValue.Text(OptionTexts.Layouts.Of(solution.Layout))),
                    ("templates", JsonValue.Text(solution.Templates)),
                    ("options", Write(solution.Options)),
                    ("modules", JsonValue.Array(solution.Modules.Select(Write))),
                ],
                broken: true
            )
            .ToString();

    /// <summary>The text of one entity: equal texts are equal entities.</summary>
    public static string Write(Entity entity) => ToJson(entity).ToString();

    private static JsonValue Write(Options options) =>
        JsonValue.Object(
            [
                ("errors", JsonValue.Text(OptionTexts.Errors.Of(options.Errors))),
                ("ids", JsonValue.Text(OptionTexts.Ids.Of(options.Ids))),
                ("docker", JsonValue.Bool(options.Docker)),
                ("kubernetes", JsonValue.Bool(options.Kubernetes)),
                ("ci", JsonValue.Text(OptionTexts.Ci.Of(options.Ci))),
                ("messaging", JsonValue.Text(OptionTexts.Messaging.Of(options.Messaging))),
                ("requireIfMatch", JsonValue.Bool(options.RequireIfMatch)),
                ("auth", JsonValue.Text(OptionTexts.Auths.Of(options.Auth))),
                ("gateway", options.Gateway is { } gateway ? JsonValue.Text(OptionTexts.Gateways.Of(gateway)) : null),
            ],
            broken: true
        );

    private static JsonValue Write(Module module) =>
        JsonValue.Object([
            ("name", JsonValue.Text(module.Name.Pascal)),
            ("entities", JsonValue.Array(module.Entities.Select(ToJson))),
            ("events", module.Events.IsEmpty ? null : JsonValue.Array(module.Events.Select(ToJson))),
            ("consumers", module.Consumers.IsEmpty ? null : JsonValue.Array(module.Consumers.Select(ToJson))),
            ("clients", module.Clients.IsEmpty ? null : JsonValue.Array(module.Clients.Select(ToJson))),
            ("jobs", module.Jobs.IsEmpty ? null : JsonValue.Array(module.Jobs.Select(ToJson))),
        ]);

    private static JsonValue ToJson(Entity entity) =>
        JsonValue.Object([
            ("name", JsonValue.Text(entity.Name.Pascal)),
            ("plural", JsonValue.Text(entity.Plural.Pascal)),
            ("traits", entity.Traits.IsEmpty ? null : Texts(entity.Traits)),
            ("sorts", entity.Sorts.IsEmpty ? null : Texts(entity.Sorts)),
            ("fields", Texts(entity.Fields.Select(field => field.ToString()))),
        ]);

    private static JsonValue ToJson(Event one) =>
        JsonValue.Object([("name", JsonValue.Text(one.Name.Pascal)), ("fields", Texts(one.Fields.Select(field => field.ToString())))]);

    private static JsonValue ToJson(Consumer consumer) => JsonValue.Object([("of", JsonValue.Text(consumer.ToString()))]);

    private static JsonValue ToJson(Client client) => JsonValue.Object([("to", JsonValue.Text(client.To.Pascal))]);

    private static JsonValue ToJson(Job job) =>
        JsonValue.Object([
            ("name", JsonValue.Text(job.Name.Pascal)),
            ("cron", job.Cron is null ? null : JsonValue.Text(job.Cron)),
            ("exclusive", job.Exclusive ? JsonValue.Bool(true) : null),
        ]);

    private static JsonValue Texts(IEnumerable<string> texts) => JsonValue.Array(texts.Select(JsonValue.Text));

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            throw new UserError($"{path} is not UTF-8 text.", "Save it as UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path} cannot be read: {e.Message}", "See that the file is there and that you may read it.");
        }
    }
}
