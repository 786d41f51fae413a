namespace Be.Postgres.Lint;

/// <summary>PostgreSQL's locks on tables, the weakest first (PostgreSQL manual, "Explicit Locking").</summary>
public enum LockLevel
{
    /// <summary>Of a query.</summary>
    AccessShare,

    /// <summary>Of <c>select … for update</c>, and on a table that a foreign key being validated leads to.</summary>
    RowShare,

    /// <summary>Of writes.</summary>
    RowExclusive,

    /// <summary>Reads and writes go on; other changes of the table wait.</summary>
    ShareUpdateExclusive,

    /// <summary>Writes wait.</summary>
    Share,

    /// <summary>Writes wait, and so does a second one of these.</summary>
    ShareRowExclusive,

    /// <summary>Writes and <c>select … for update</c> wait.</summary>
    Exclusive,

    /// <summary>Everybody waits, reads included.</summary>
    AccessExclusive,
}

/// <summary>How long a lock is held: what PostgreSQL does meanwhile.</summary>
public enum Work
{
    /// <summary>A change of the catalogue: no time.</summary>
    None,

    /// <summary>It reads the table.</summary>
    Scan,

    /// <summary>It reads the table and sorts it into an index.</summary>
    BuildIndex,

    /// <summary>It writes the table anew, with all its indexes.</summary>
    Rewrite,
}
