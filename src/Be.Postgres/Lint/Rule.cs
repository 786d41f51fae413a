namespace Be.Postgres.Lint;

/// <summary>One thing that a migration should not do. What it is called here, it is called in files, documents, tests and <c>be:allow</c>.</summary>
public abstract class Rule
{
    /// <summary>In kebab-case, such as <c>index-not-concurrent</c>. It stays the same for good: suppressions name it.</summary>
    public abstract string Id { get; }

    /// <summary>Of its findings, unless the size of the table says otherwise.</summary>
    public abstract Severity Severity { get; }

    /// <summary>What is wrong, in a line.</summary>
    public abstract string Title { get; }

    /// <summary>Which lock is held, what it blocks, and for how long; null where it is not about locks.</summary>
    public virtual string? Blocks => null;

    /// <summary>Why that matters, with its source.</summary>
    public abstract string Why { get; }

    /// <summary>What to write instead: words, or SQL with names to replace.</summary>
    public abstract string Instead { get; }

    /// <summary>The versions of PostgreSQL that it is about; null: all that are supported.</summary>
    public virtual string? Versions => null;

    /// <summary>What it finds in a statement.</summary>
    public virtual IEnumerable<Hit> Check(StatementContext statement) => [];

    /// <summary>What it finds in a file as a whole.</summary>
    public virtual IEnumerable<Hit> Check(FileContext file) => [];
}

/// <summary>Where a rule is broken.</summary>
/// <param name="Message">One line about this statement, naming its objects.</param>
public sealed record Hit(string Message)
{
    /// <summary>The table that it is about, by whose size it is graded; null where size does not matter.</summary>
    public Sql.ObjectName? Table { get; init; }

    /// <summary>This statement, written safely; null where that takes a decision.</summary>
    public string? Rewrite { get; init; }

    /// <summary>Whether <c>--fix</c> may put the rewrite in the statement's place: one statement for another, with the same effect.</summary>
    public bool IsMechanical { get; init; }

    /// <summary>The statement that a rule about a file points at; null: the file's first.</summary>
    public StatementContext? At { get; init; }
}
