using System.Collections.Immutable;
using System.Text.Json;
using Be.Scaffolding.Json;

namespace Be.Scaffolding.Writing;

/// <summary>One file of a transaction.</summary>
/// <param name="Path">Relative to the solution's root.</param>
/// <param name="Before">The hash of the file as it was; null when there was none.</param>
/// <param name="After">The hash of the file as it will be; null when it goes.</param>
internal sealed record JournalEntry(string Path, string? Before, string? After);

/// <summary>What a transaction does. While it is there, the transaction is neither done nor undone.</summary>
/// <param name="Folders">Folders that it makes, parents first; relative to the solution's root.</param>
/// <param name="Entries">Its files.</param>
internal sealed record Journal(ImmutableArray<string> Folders, ImmutableArray<JournalEntry> Entries)
{
    public override string ToString() =>
        JsonValue
            .Object(
                [
                    ("folders", JsonValue.Array(Folders.Select(JsonValue.Text))),
                    (
                        "entries",
                        JsonValue.Array(
                            Entries.Select(entry =>
                                JsonValue.Object([
                                    ("path", JsonValue.Text(entry.Path)),
                                    ("before", TextOrNull(entry.Before)),
                                    ("after", TextOrNull(entry.After)),
                                ])
                            )
                        )
                    ),
                ],
                broken: true
            )
            .ToString();

    public static Journal Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return new Journal(
            [.. document.RootElement.GetProperty("folders").EnumerateArray().Select(folder => folder.GetString()!)],
            [
                .. document
                    .RootElement.GetProperty("entries")
                    .EnumerateArray()
                    .Select(entry => new JournalEntry(
                        entry.GetProperty("path").GetString()!,
                        entry.GetProperty("before").GetString(),
                        entry.GetProperty("after").GetString()
                    )),
            ]
        );
    }

    private static JsonValue TextOrNull(string? text) => text is null ? JsonValue.Null : JsonValue.Text(text);
}
