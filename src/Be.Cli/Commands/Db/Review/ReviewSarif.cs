using System.Text.Json;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres.Review;

namespace Be.Cli.Commands;

/// <summary>Prints a review in the form that code scanning reads: a run a database.</summary>
/// <remarks>SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html.</remarks>
internal static class ReviewSarif
{
    public static void Print(IReadOnlyList<ReviewedDatabase> databases) =>
        Json.Print(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            foreach (var database in databases)
                WriteRun(json, database);
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void WriteRun(Utf8JsonWriter json, ReviewedDatabase database)
    {
        json.WriteStartObject();
        WriteTool(json);
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var (rule, why) in database.Report.Unseen)
        {
            json.WriteStartObject();
            json.WriteString("level", "note");
            WriteText(json, "message", $"{rule}: {why}");
            json.WriteStartObject("associatedRule");
            json.WriteString("id", rule);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("results");
        foreach (var finding in database.Report.ByUrgency)
            WriteResult(json, finding, database.Description);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "be db review");
        json.WriteString("semanticVersion", Tool.Version);
        json.WriteStartArray("rules");
        foreach (var rule in AllReviewRules.List)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Title);
            WriteText(json, "fullDescription", rule.Why);
            json.WriteStartObject("help");
            json.WriteString("text", $"Instead:\n{rule.Instead}");
            json.WriteString("markdown", $"{rule.Why}\n\nInstead:\n\n```\n{rule.Instead}\n```\n");
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule.Urgency));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            json.WriteStringValue(ReviewedDatabase.WordOf(rule.Area));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A database has no files: its objects are logical locations.</summary>
    private static void WriteResult(Utf8JsonWriter json, ReviewFinding finding, string database)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", AllReviewRules.List.Index().First(rule => rule.Item.Id == finding.Rule.Id).Index);
        json.WriteString("level", LevelOf(finding.Urgency));
        WriteText(json, "message", $"{finding.Subject}: {finding.Detail}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", $"{database}/{finding.Subject}");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        if (finding.Fix is { } fix)
        {
            json.WriteStartObject("properties");
            json.WriteString("migration", fix.Text);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string property, string text)
    {
        json.WriteStartObject(property);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(Urgency urgency) =>
        urgency switch
        {
            Urgency.Now => "error",
            Urgency.Soon => "warning",
            _ => "note",
        };
}
