using Be.Scaffolding;
using Be.Scaffolding.Fields;

namespace Be.Cli.Prompts;

/// <summary>Asks for the fields of an entity or event, one by one, and puts them into the field language.</summary>
/// <param name="entities">What a reference can name.</param>
/// <param name="isEvent">Whether they are an event's: without references and indexes.</param>
internal sealed class FieldQuestions(IReadOnlyList<string> entities, bool isEvent = false)
{
    private static readonly (string Type, string Explanation)[] Types =
    [
        ("string", "text with a limit"),
        ("text", "long text"),
        ("int", "whole number, 32 bits"),
        ("long", "whole number, 64 bits"),
        ("decimal", "exact number, such as money"),
        ("bool", "true or false"),
        ("date", "a day"),
        ("time", "a time of day"),
        ("timestamp", "a moment, kept in UTC"),
        ("enum", "one of a few words"),
        ("ref", "another entity"),
        ("email", "an email address"),
        ("url", "a web address"),
        ("uuid", "a UUID"),
        ("bytes", "binary data"),
        ("json", "any JSON"),
    ];

    private static readonly (string Action, string Explanation)[] OnDelete =
    [
        ("restrict", "it can't be deleted while something refers to it"),
        ("cascade", "this is deleted with it"),
        ("setNull", "this refers to nothing any more; the field has to be nullable"),
    ];

    /// <returns>The fields, in the field language.</returns>
    public async Task<string> AskAllAsync(CancellationToken cancellation)
    {
        var fields = new List<string>();
        while (await Questions.WriteAsync("Name of a field (Enter ends the list):", CheckName, "", cancellation) is { Length: > 0 } name)
        {
            var field = await AskAsync(name, cancellation);
            if (Fault(field) is { } fault)
                Console.WriteLine(fault);
            else if (await Questions.ConfirmAsync($"Add {field}", byDefault: true, cancellation))
                fields.Add(field);
        }
        return string.Join(' ', fields);
    }

    private static void CheckName(string name)
    {
        if (name.Length > 0)
            Place.InArguments("That").Name(name);
    }

    private static string? Fault(string field)
    {
        try
        {
            FieldParser.ParseAll(field);
            return null;
        }
        catch (UserError error)
        {
            return $"{error.Problem} {error.Remedy}";
        }
    }

    private async Task<string> AskAsync(string name, CancellationToken cancellation)
    {
        var type = await Questions.ChooseAsync(
            $"Type of {name}?",
            isEvent ? [.. Types.Where(choice => choice.Type is not "ref")] : Types,
            cancellation
        );
        var field = $"{name}:{type}{await ArgumentsAsync(type, cancellation)}";
        if (await Questions.ConfirmAsync("May it be null?", byDefault: false, cancellation))
            field += "?";
        if (!isEvent && await Questions.ConfirmAsync("Unique?", byDefault: false, cancellation))
            field += ":unique";
        else if (
            !isEvent
            && type is not "ref"
            && await Questions.ConfirmAsync("Filtered or sorted by, so that it needs an index?", byDefault: false, cancellation)
        )
            field += ":index";
        if (type is not "ref" && await AskTextAsync("Default (Enter for none):", "", cancellation) is { Length: > 0 } value)
            field += $"={value}";
        return field;
    }

    private async Task<string> ArgumentsAsync(string type, CancellationToken cancellation) =>
        type switch
        {
            "string" => $"({await AskTextAsync("How many characters at most?", "100", cancellation)})",
            "decimal" => $"({await AskTextAsync("Digits, and those after the point?", "18,2", cancellation)})",
            "enum" => $"({await AskTextAsync("Its words, with commas between them?", "draft,done", cancellation)})",
            "ref" => $"({await TargetAsync(cancellation)}, {await Questions.ChooseAsync("When that is deleted?", OnDelete, cancellation)})",
            _ => "",
        };

    private Task<string> TargetAsync(CancellationToken cancellation) =>
        entities.Count == 0
            ? AskTextAsync("Which entity?", "", cancellation)
            : Questions.ChooseAsync("Which entity?", [.. entities.Select(entity => (entity, ""))], cancellation);

    private static Task<string> AskTextAsync(string question, string byDefault, CancellationToken cancellation) =>
        Questions.WriteAsync(question, _ => { }, byDefault, cancellation);
}
