using System.Collections.Immutable;
using Be.Scaffolding.Json;

namespace Be.Scaffolding.Planning;

/// <summary>Everything that one command would do to the files of a solution. Data: ChangeWriter applies it.</summary>
/// <param name="Changes">In the order of their paths.</param>
public sealed record ChangeSet(ImmutableArray<Change> Changes)
{
    /// <summary>What is otherwise in entities that exist, but for fields that are new: a line each.</summary>
    public ImmutableArray<string> Differences { get; init; } = [];

    /// <summary>What is shown: all but the tool's own records.</summary>
    public IEnumerable<Change> Visible => Changes.Where(change => !change.IsHidden);

    /// <summary>The files that cannot be changed without a decision.</summary>
    public IEnumerable<Change> Conflicts => Changes.Where(change => change.Kind == ChangeKind.Conflict);

    /// <summary>Whether it makes migrations that wait.</summary>
    public bool HasWaiting => Changes.Any(change => change.Kind == ChangeKind.Create && WaitingMigrations.Holds(change.Path));

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Changes.All(change => change.Kind == ChangeKind.Unchanged);

    /// <summary>What <c>--output json</c> prints: path, kind, hash of the file before, text after, note.</summary>
    public string ToJson() => JsonValue.Object([("changes", JsonValue.Array(Visible.Select(ToJson)))], broken: true).ToString();

    /// <summary>The same with every conflict decided.</summary>
    internal ChangeSet Decided(OnConflict decision) =>
        this with
        {
            Changes =
            [
                .. Changes.Select(change =>
                    change.Conflict is not { } conflict
                        ? change
                        : change with
                        {
                            After = decision == OnConflict.Merge ? conflict.Merged : conflict.Forced,
                        }
                ),
            ],
        };

    private static JsonValue ToJson(Change change) =>
        JsonValue.Object(
            [
                ("path", JsonValue.Text(change.Path)),
                ("kind", JsonValue.Text(change.Kind.ToString().ToLowerInvariant())),
                ("before", TextOrNull(change.BeforeHash)),
                ("after", TextOrNull(change.After)),
                ("note", change.Note is null ? null : JsonValue.Text(change.Note)),
            ],
            broken: true
        );

    private static JsonValue TextOrNull(string? text) => text is null ? JsonValue.Null : JsonValue.Text(text);
}
