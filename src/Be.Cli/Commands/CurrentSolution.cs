using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Cli.Commands;

/// <summary>The solution that the current folder is in.</summary>
/// <param name="Root">The folder of its be.json.</param>
internal sealed record CurrentSolution(string Root)
{
    /// <summary>The model, read when asked for.</summary>
    public Solution Model => field ??= BeJson.Read(Path.Combine(Root, BeJson.FileName));

    /// <exception cref="Be.Scaffolding.UserError">There is none.</exception>
    public static CurrentSolution Find() => new(BeJson.FindRoot(Environment.CurrentDirectory));
}
