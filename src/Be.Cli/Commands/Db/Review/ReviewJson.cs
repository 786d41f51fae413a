using System.Text.Json;
using Be.Cli.Output;
using Be.Postgres.Review;

namespace Be.Cli.Commands;

/// <summary>Prints a review for scripts: an object, or of services an array of them.</summary>
internal static class ReviewJson
{
    public static void Print(IReadOnlyList<ReviewedDatabase> databases) =>
        Json.Print(json =>
        {
            if (databases is [{ ServiceName: null } only])
            {
                Write(json, only);
                return;
            }
            json.WriteStartArray();
            foreach (var database in databases)
                Write(json, database);
            json.WriteEndArray();
        });

    private static void Write(Utf8JsonWriter json, ReviewedDatabase database)
    {
        json.WriteStartObject();
        if (database.ServiceName is { } service)
            json.WriteString("service", service);
        json.WriteString("database", database.Description);
        json.WriteString("server", database.Report.Server);
        if (database.IsWhole)
            WriteScores(json, database.Report);
        json.WriteStartArray("findings");
        foreach (var finding in database.Report.ByUrgency)
            Write(json, finding);
        json.WriteEndArray();
        json.WriteStartArray("unseen");
        foreach (var (rule, why) in database.Report.Unseen)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule);
            json.WriteString("why", why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteScores(Utf8JsonWriter json, ReviewReport report)
    {
        json.WriteNumber("score", report.Score);
        json.WriteStartObject("scores");
        foreach (var area in ReviewedDatabase.Areas)
            json.WriteNumber(ReviewedDatabase.WordOf(area), report.ScoreOf(area));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReviewFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("area", ReviewedDatabase.WordOf(finding.Rule.Area));
        json.WriteString("urgency", ReviewedDatabase.WordOf(finding.Urgency));
        json.WriteString("subject", finding.Subject);
        json.WriteString("title", finding.Rule.Title);
        json.WriteString("detail", finding.Detail);
        json.WriteString("why", finding.Rule.Why);
        json.WriteString("instead", finding.Rule.Instead);
        json.WriteString("migration", finding.Fix?.Text);
        json.WriteEndObject();
    }
}
