using System.Text.Json;
using Be.Cli.CommandLine;

namespace Be.Cli.Output;

/// <summary>What every report has that code scanning reads.</summary>
/// <remarks>SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html.</remarks>
internal static class Sarif
{
    /// <summary>Begins the document, up to the list of its runs.</summary>
    public static void Begin(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
    }

    /// <summary>Ends what <see cref="Begin" /> began.</summary>
    public static void End(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The tool of a run, with its rules in the order to which their indexes refer.</summary>
    public static void WriteTool(Utf8JsonWriter json, string command, IEnumerable<SarifRule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", command);
        json.WriteString("semanticVersion", Tool.Version);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
            WriteRule(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A member that is a message.</summary>
    public static void WriteText(Utf8JsonWriter json, string property, string text)
    {
        json.WriteStartObject(property);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, SarifRule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        WriteText(json, "shortDescription", rule.Title);
        WriteText(json, "fullDescription", rule.Description);
        json.WriteStartObject("help");
        json.WriteString("text", $"Instead:\n{rule.Instead}");
        json.WriteString("markdown", $"{rule.Why}\n\nInstead:\n\n```\n{rule.Instead}\n```\n");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", rule.Level);
        json.WriteEndObject();
        if (rule.Tag is { } tag)
        {
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            json.WriteStringValue(tag);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}

/// <summary>A rule, as code scanning shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What is wrong, in a sentence.</param>
/// <param name="Description">All that there is to know of it.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Instead">What to do instead.</param>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Tag">What it belongs to; null for nothing.</param>
internal sealed record SarifRule(string Id, string Title, string Description, string Why, string Instead, string Level, string? Tag = null);
