using System.Globalization;
using Acme.Platform.Migrations;
using Be.Scaffolding.Planning;

namespace Be.Postgres;

/// <summary>Explains what branches and edits have done to the migrations of a database.</summary>
public static class MigrationNotes
{
    /// <summary>What there is to say, in the order of the migrations.</summary>
    /// <param name="folder">The folder of the migrations.</param>
    /// <param name="states">Where each migration stands, in order.</param>
    public static IReadOnlyList<MigrationNote> Of(string folder, IReadOnlyList<MigrationState> states)
    {
        var renamed = Renamed(states);
        var late = OutOfOrder(states).ToDictionary(note => note.Version);
        return
        [
            .. states
                .Select(state =>
                    state.IsEdited ? Edited(state)
                    : state.FileIsMissing ? renamed.GetValueOrDefault(state.Version) ?? Missing(state)
                    : late.GetValueOrDefault(state.Version)
                )
                .OfType<MigrationNote>()
                .Concat(SamePredecessor(folder, [.. states.Where(state => !late.ContainsKey(state.Version))]))
                .OrderBy(note => note.Version, StringComparer.Ordinal),
        ];
    }

    /// <summary>What is wrong with a file that was edited after it ran.</summary>
    internal static MigrationNote Edited(MigrationState state) =>
        new(
            MigrationNoteKind.Edited,
            state.Version,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{state.File} was edited after it ran: its text is not the one of {state.Record!.At.UtcDateTime:yyyy-MM-dd HH:mm} (UTC)."
            ),
            "Take the edit back (git log -p shows it), and write the change as a new migration: be migration add. "
                + "Where it changes nothing that runs, as in a comment: be db migrate --accept-edits"
        );

    private static Dictionary<string, MigrationNote> Renamed(IReadOnlyList<MigrationState> states)
    {
        var pending = states.Where(state => !state.Applied).ToLookup(state => state.Hash);
        return states
            .Where(state => state is { FileIsMissing: true, Record: not null } && pending[state.Record.Hash].Any())
            .ToDictionary(
                state => state.Version,
                state =>
                {
                    var now = pending[state.Record!.Hash].First().File;
                    return new MigrationNote(
                        MigrationNoteKind.Renamed,
                        state.Version,
                        $"{now} ran already, as {state.Record.File}: it was renamed after that, and would run again.",
                        "Give it its old name, or take it back under that name first (be db rollback), then rename it."
                    );
                }
            );
    }

    private static MigrationNote Missing(MigrationState state) =>
        new(
            MigrationNoteKind.FileMissing,
            state.Version,
            $"{state.Record?.File ?? $"Version {state.Version}"} has run, but its file is not here: most likely it is another branch's.",
            "Merge that branch, or take the migration back there: be db rollback"
        );

    private static IEnumerable<MigrationNote> OutOfOrder(IReadOnlyList<MigrationState> states)
    {
        var newest = states.LastOrDefault(state => state.Applied);
        return states
            .TakeWhile(state => state != newest)
            .Where(state => newest is not null && !state.Applied)
            .Select(state => new MigrationNote(
                MigrationNoteKind.OutOfOrder,
                state.Version,
                $"{state.File} has not run, and {newest!.File ?? newest.Version}, which is newer, has: a branch that was merged late.",
                "be db migrate runs it now, a new database runs it before the newer ones: check that it works in both orders. "
                    + "As long as no database has it, a later version in its name gives it one order everywhere."
            ));
    }

    /// <summary>Two that have run have shown that they get along.</summary>
    private static IEnumerable<MigrationNote> SamePredecessor(string folder, IReadOnlyList<MigrationState> states)
    {
        var branches = states
            .Where(state => state.File is not null)
            .Select(state => (State: state, After: Predecessor.Of(File.ReadAllText(Path.Combine(folder, state.File!)))))
            .Where(one => one.After is not null)
            .GroupBy(one => one.After!, one => one.State);
        foreach (var branch in branches)
        {
            foreach (var (earlier, later) in branch.Zip(branch.Skip(1)).Where(pair => !pair.Second.Applied))
            {
                yield return new MigrationNote(
                    MigrationNoteKind.SamePredecessor,
                    later.Version,
                    $"{earlier.File} and {later.File} were both written after {branch.Key}: on two branches, neither with the other in view.",
                    $"Check that they get along, one after the other. Then begin {later.File} with the line: {Predecessor.Line(earlier.Version)}"
                );
            }
        }
    }
}
