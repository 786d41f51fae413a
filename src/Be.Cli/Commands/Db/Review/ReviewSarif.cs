using System.Text.Json;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres.Review;

namespace Be.Cli.Commands;

/// <summary>Prints a review in the form that code scanning reads: a run a database.</summary>
internal static class ReviewSarif
{
    public static void Print(IReadOnlyList<ReviewedDatabase> databases) =>
        Json.Print(json =>
        {
            Sarif.Begin(json);
            foreach (var database in databases)
                WriteRun(json, database);
            Sarif.End(json);
        });

    private static void WriteRun(Utf8JsonWriter json, ReviewedDatabase database)
    {
        json.WriteStartObject();
        Sarif.WriteTool(json, "be db review", AllReviewRules.List.Select(RuleOf));
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var (rule, why) in database.Report.Unseen)
        {
            json.WriteStartObject();
            json.WriteString("level", "note");
            Sarif.WriteText(json, "message", $"{rule}: {why}");
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

    private static SarifRule RuleOf(ReviewRule rule) =>
        new(rule.Id, rule.Title, rule.Why, rule.Why, rule.Instead, LevelOf(rule.Urgency), ReviewedDatabase.WordOf(rule.Area));

    /// <summary>A database has no files: its objects are logical locations.</summary>
    private static void WriteResult(Utf8JsonWriter json, ReviewFinding finding, string database)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", AllReviewRules.List.Index().First(rule => rule.Item.Id == finding.Rule.Id).Index);
        json.WriteString("level", LevelOf(finding.Urgency));
        Sarif.WriteText(json, "message", $"{finding.Subject}: {finding.Detail}");
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

    private static string LevelOf(Urgency urgency) =>
        urgency switch
        {
            Urgency.Now => "error",
            Urgency.Soon => "warning",
            _ => "note",
        };
}
