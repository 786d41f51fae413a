namespace Be.Postgres.Review;

/// <summary>One thing that a review looks for. What it is called here, it is called in reports, documents and tests.</summary>
public abstract class ReviewRule
{
    /// <summary>In kebab-case, such as <c>foreign-key-without-index</c>. It stays the same for good.</summary>
    public abstract string Id { get; }

    /// <summary>Which score it counts for.</summary>
    public abstract Area Area { get; }

    /// <summary>How soon somebody should act.</summary>
    public abstract Urgency Urgency { get; }

    /// <summary>What is wrong, in a line.</summary>
    public abstract string Title { get; }

    /// <summary>Why that matters, with its source.</summary>
    public abstract string Why { get; }

    /// <summary>What to do about it, where no statement can be derived.</summary>
    public abstract string Instead { get; }

    /// <summary>The oldest version of PostgreSQL that has what the query reads.</summary>
    public virtual int Since => 14;

    /// <summary>The extension that the query reads; null when it needs none.</summary>
    public virtual string? Extension => null;

    /// <summary>
    /// A query that writes nothing and takes no parameters. Its columns: <c>subject</c> text, the object as SQL would name it; <c>detail</c> text,
    /// one line about it with its numbers; <c>weight</c> double precision, by which the worst comes first; <c>urgency</c> text where it depends on
    /// the
    /// row (<c>now</c>, <c>soon</c>, <c>advice</c>); and whatever <see cref="Fix"/> needs. It reads all objects at once, never one after the other.
    /// </summary>
    public abstract string Sql { get; }

    /// <summary>The query for a major version, where PostgreSQL moved what it reads.</summary>
    public virtual string SqlFor(int version) => Sql;

    /// <summary>
    /// A query of one text: what <see cref="Sql"/> cannot see because this role may not, and what would let it; no row or null when it sees all.
    /// Null where PostgreSQL shows everybody what it reads.
    /// </summary>
    public virtual string? Hidden => null;

    /// <summary>What mends one of the rows, ready to be written as a migration; null where that takes a decision.</summary>
    public virtual MigrationPair? Fix(ReviewRow row) => null;
}

/// <summary>What a rule is about; each area has a score.</summary>
public enum Area
{
    /// <summary>Keys, constraints, references.</summary>
    Integrity,

    /// <summary>Indexes and how queries find rows.</summary>
    Indexes,

    /// <summary>Types and names of columns.</summary>
    Schema,

    /// <summary>Who may read and do what.</summary>
    Security,

    /// <summary>Vacuum, bloat, sequences, transaction ids.</summary>
    Maintenance,

    /// <summary>The server's settings.</summary>
    Settings,

    /// <summary>What goes on: queries, connections, replication.</summary>
    Activity,
}

/// <summary>How soon somebody should act.</summary>
public enum Urgency
{
    /// <summary>When it suits.</summary>
    Advice,

    /// <summary>Soon: it costs speed, space or safety.</summary>
    Soon,

    /// <summary>Now: data, availability or secrets are at risk.</summary>
    Now,
}
