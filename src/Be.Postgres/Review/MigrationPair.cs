using System.Text.RegularExpressions;

namespace Be.Postgres.Review;

/// <summary>A migration that mends a finding.</summary>
/// <param name="Name">What it does, in snake_case.</param>
/// <param name="Up">Its statements, each ended by a semicolon.</param>
/// <param name="Down">What undoes them; a comment and <c>select 1;</c> where nothing can.</param>
/// <param name="InTransaction">False for a single statement that PostgreSQL refuses in one, such as <c>create index concurrently</c>.</param>
/// <param name="Timeout">How long a statement of the up part may run; <c>0</c> for one that reads a table without blocking anybody.</param>
public sealed partial record MigrationPair(string Name, string Up, string Down, bool InTransaction = true, string Timeout = "60s")
{
    private const int LongestName = 100;

    /// <summary>What it does, in snake_case: what names of objects hold beside letters and digits is left out.</summary>
    public string Name { get; } = Cut(SnakeCase(Name));

    /// <summary>The file, in dbmate's format.</summary>
    public string Text =>
        InTransaction
            ? $"-- migrate:up\n{Timeouts(Timeout)}{Up}\n\n-- migrate:down\n{Timeouts("60s")}{Down}\n"
            : $"-- migrate:up transaction:false\n{Up}\n\n-- migrate:down transaction:false\n{Down}\n";

    private static string Timeouts(string statement) => $"set local lock_timeout = '2s';\nset local statement_timeout = '{statement}';\n\n";

    /// <summary>A name that needs no quotes, out of one that may.</summary>
    internal static string SnakeCase(string name) => NotWord().Replace(name.ToLowerInvariant(), "_").Trim('_');

    private static string Cut(string name) => name.Length <= LongestName ? name : name[..LongestName];

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotWord();
}
