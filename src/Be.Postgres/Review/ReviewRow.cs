using System.Globalization;
using Npgsql;

namespace Be.Postgres.Review;

/// <summary>A row of a rule's query.</summary>
public sealed class ReviewRow
{
    private readonly Dictionary<string, object?> values;

    private ReviewRow(Dictionary<string, object?> values) => this.values = values;

    /// <summary>The object, as SQL would name it.</summary>
    public string Subject => Text("subject");

    /// <summary>One line about it.</summary>
    public string Detail => Text("detail");

    /// <summary>By which the worst comes first.</summary>
    public double Weight => Convert.ToDouble(values["weight"], CultureInfo.InvariantCulture);

    /// <summary>How soon somebody should act; null where the rule says it for all of its rows.</summary>
    public Urgency? Urgency =>
        values.GetValueOrDefault("urgency") is string urgency ? Enum.Parse<Urgency>(urgency, ignoreCase: true) : null;

    /// <summary>A column of the query as text; empty for null.</summary>
    public string Text(string column) => Convert.ToString(values[column], CultureInfo.InvariantCulture) ?? "";

    /// <summary>A column of the query that is an array of text.</summary>
    public IReadOnlyList<string> Texts(string column) => (string[])values[column]!;

    /// <summary>Whether a column of the query is true.</summary>
    public bool Is(string column) => values[column] is true;

    internal static ReviewRow Read(NpgsqlDataReader row) =>
        new(Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, i => row.IsDBNull(i) ? null : row.GetValue(i)));
}
