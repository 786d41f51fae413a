namespace Be.Postgres.Seeding;

/// <summary>What <c>be db seed</c> is asked for.</summary>
/// <param name="Rows">How many rows a table gets.</param>
/// <param name="Seed">The same number gives the same rows.</param>
/// <param name="Entities">Which entities, in PascalCase; empty for all.</param>
/// <param name="Replace">Whether tables that have rows are emptied first, and those that refer to them.</param>
/// <param name="DryRun">Whether only what would be done is told.</param>
public sealed record SeedRequest(int Rows, int Seed, IReadOnlyCollection<string> Entities, bool Replace = false, bool DryRun = false);

/// <summary>What became of one table.</summary>
/// <param name="Table">Its name with its schema.</param>
/// <param name="Outcome">What was done with it.</param>
/// <param name="Rows">How many rows were written; how many there are to be, in a dry run.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record SeededTable(string Table, SeedOutcome Outcome, long Rows, TimeSpan Elapsed);

/// <summary>What seeding did with a table.</summary>
public enum SeedOutcome
{
    /// <summary>It was empty, and has rows now.</summary>
    Filled,

    /// <summary>Its rows were removed, and it has others now.</summary>
    Replaced,

    /// <summary>It has rows, which were left alone.</summary>
    Kept,
}
