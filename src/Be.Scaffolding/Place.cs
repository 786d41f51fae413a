using Be.Scaffolding.Model;

namespace Be.Scaffolding;

/// <summary>Where in the input something stands, so that an error can name it.</summary>
/// <param name="Where">As the error's first words: <c>Field 2 'total:decimal'</c>, <c>be.json: modules[0]</c>.</param>
/// <param name="ExitCode">2 when it was typed as an argument, 1 when it stands in a file.</param>
public readonly record struct Place(string Where, int ExitCode)
{
    /// <summary>A place among the arguments.</summary>
    public static Place InArguments(string where) => new(where, 2);

    /// <summary>A place in a JSON file, by its path: <c>modules[0].entities[1].fields[2]</c>.</summary>
    public static Place InFile(string file, string path) => new($"{file}: {path}", 1);

    /// <summary>The error for what stands here.</summary>
    public UserError Error(string problem, string remedy) => new($"{Where}: {problem}", remedy) { ExitCode = ExitCode };

    /// <summary>The name that stands here.</summary>
    /// <exception cref="UserError">It is no name.</exception>
    public Name Name(string text) =>
        NameWords.Problem(text) is { } problem ? throw Error(problem, NameWords.Remedy(text)) : Model.Name.Parse(text);
}
