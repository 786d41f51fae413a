using System.Globalization;
using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>How bad a finding is for a table as large as it is.</summary>
internal static class Grade
{
    /// <summary>A table that PostgreSQL reads in a moment: whoever waits for it does not notice.</summary>
    private const long SmallBytes = 8 * 1024 * 1024;

    private const long LargeBytes = 1024L * 1024 * 1024;

    /// <param name="severity">The rule's.</param>
    /// <param name="table">What it is about; null where size does not matter.</param>
    /// <param name="live">Null: nobody knows how large it is.</param>
    /// <returns>The severity, and what to say about the size.</returns>
    public static (Severity Severity, string Note) Of(Severity severity, ObjectName? table, LiveDatabase? live)
    {
        if (table is null || live?.SizeOf(table) is not { } bytes)
            return (severity, "");
        var note = string.Create(CultureInfo.InvariantCulture, $" ({table} has {bytes / 1024.0 / 1024.0:0.#} MB.)");
        return bytes switch
        {
            <= SmallBytes => (Severity.Advice, note),
            >= LargeBytes => (Severity.Error, note),
            _ => (severity, note),
        };
    }
}
