using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>A statement of a migration with what is known when it runs.</summary>
/// <param name="Line">Of its first word, from 1.</param>
/// <param name="Text">As written, without the semicolon.</param>
/// <param name="Statement">As understood.</param>
/// <param name="Before">The statements of the same part that run before it.</param>
/// <param name="InTransaction">Whether the part runs in a transaction.</param>
/// <param name="Catalogue">What there is when it runs; it changes with the next statement.</param>
/// <param name="End">What there is when all migrations have run.</param>
/// <param name="Options">What the solution or the caller says.</param>
public sealed record StatementContext(
    int Line,
    string Text,
    Statement Statement,
    IReadOnlyList<StatementContext> Before,
    bool InTransaction,
    Catalogue Catalogue,
    Catalogue End,
    LintOptions Options
)
{
    /// <summary>Whether nobody else can see the table yet: the same transaction makes it.</summary>
    public bool IsNew(ObjectName table) =>
        InTransaction
        && Before.Any(before =>
            before.Statement is CreateTable created && created.Table.Matches(table)
            || before.Statement is CreateOther { Kind: "materialized view" } view && view.Name.Matches(table)
        );

    /// <summary>Whether nobody else will ever see the table.</summary>
    public bool IsTemporary(ObjectName table) =>
        Before.Any(before => before.Statement is CreateTable { IsTemporary: true } created && created.Table.Matches(table));

    /// <summary>The locks that it takes on tables that others use. They are found when first asked for: ask before the catalogue changes.</summary>
    public IReadOnlyList<TableLock> Locks => field ??= [.. TableLock.Of(this).Where(taken => !IsNew(taken.Table))];

    /// <summary>What an <c>alter table</c> does to a table that others use; nothing for one that is new.</summary>
    public IEnumerable<(ObjectName Table, T Action)> ActionsOf<T>()
        where T : TableAction =>
        Statement is AlterTable { Kind: RelationKind.Table } alter && !IsNew(alter.Table)
            ? alter.Actions.OfType<T>().Select(action => (alter.Table, action))
            : [];

    /// <summary>The columns that it makes, with their table: of a new one, too.</summary>
    public IEnumerable<(ObjectName Table, ColumnDefinition Column)> NewColumns =>
        Statement switch
        {
            CreateTable create => create.Columns.Select(column => (create.Table, column)),
            AlterTable { Kind: RelationKind.Table } alter => alter.Actions.OfType<AddColumn>().Select(add => (alter.Table, add.Column)),
            _ => [],
        };
}

/// <summary>A migration file as rules see it.</summary>
/// <param name="Name">Without its folder.</param>
/// <param name="Up">The statements that apply it.</param>
/// <param name="Down">Those that undo it; null when the file does not say.</param>
/// <param name="Versions">Of all files in the folder, in order.</param>
public sealed record FileContext(
    string Name,
    IReadOnlyList<StatementContext> Up,
    IReadOnlyList<Statement>? Down,
    IReadOnlyList<string> Versions,
    LintOptions Options
)
{
    /// <summary>Whether it holds plain statements, without the directives of a migration: nobody expects a way back.</summary>
    public bool IsPlain { get; init; }
}

/// <summary>What a solution or a caller says about its migrations.</summary>
public sealed record LintOptions
{
    /// <summary>Whether each schema belongs to a module that may move to a database of its own, so that no foreign key may leave it.</summary>
    public bool SchemasAreModules { get; init; }

    /// <summary>Whether what runs the migrations sets timeouts itself for a part without a transaction.</summary>
    public bool RunnerSetsTimeouts { get; init; }

    /// <summary>What already has migrations that these go to: a database, a branch.</summary>
    public IReadOnlyList<Elsewhere> Elsewhere { get; init; } = [];
}

/// <summary>The migrations that a database or a branch has already.</summary>
/// <param name="Name">As messages call it: <c>the database</c>, <c>main</c>.</param>
/// <param name="Versions">Of its migrations.</param>
public sealed record Elsewhere(string Name, IReadOnlySet<string> Versions)
{
    /// <summary>The greatest of them; null when there is none.</summary>
    public string? Newest { get; } = Versions.Max(StringComparer.Ordinal);

    /// <summary>The names of their files; null where only versions are known.</summary>
    public IReadOnlySet<string>? Files { get; init; }

    /// <summary>Whether it has this very migration.</summary>
    public bool Has(string file, string version) => Files?.Contains(file) ?? Versions.Contains(version);
}
