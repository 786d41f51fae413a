namespace Be.Scaffolding.Rendering.Migrations;

/// <summary>The statements of one direction of a migration, without its timeouts: what a later migration takes back or makes again.</summary>
internal static class SqlPart
{
    private const string Down = "-- migrate:down";
    private const string Allowance = "-- be:allow ";

    public static string UpOf(string migration) => Statements(migration[..migration.IndexOf(Down, StringComparison.Ordinal)]);

    public static string DownOf(string migration) => Statements(migration[migration.IndexOf(Down, StringComparison.Ordinal)..]);

    /// <summary>The same beside statements that need the allowances already: unused ones are findings.</summary>
    public static string WithoutAllowances(string statements) =>
        string.Join('\n', statements.Split('\n').Where(line => !line.StartsWith(Allowance, StringComparison.Ordinal)));

    /// <summary>What stands behind the line that sets the last timeout.</summary>
    private static string Statements(string part)
    {
        var timeouts = part.IndexOf("set local statement_timeout", StringComparison.Ordinal);
        return part[part.IndexOf('\n', timeouts)..].Trim('\n');
    }
}
