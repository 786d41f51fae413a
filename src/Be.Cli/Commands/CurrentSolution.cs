using Be.Scaffolding;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;
using Be.Scaffolding.Writing;

namespace Be.Cli.Commands;

/// <summary>The solution that the current folder is in.</summary>
/// <param name="Root">The folder of its be.json.</param>
internal sealed record CurrentSolution(string Root)
{
    /// <summary>The model, read when asked for.</summary>
    public Solution Model => field ??= BeJson.Read(Path.Combine(Root, BeJson.FileName));

    /// <exception cref="UserError">There is none.</exception>
    public static CurrentSolution Find() => new(BeJson.FindRoot(Environment.CurrentDirectory));

    /// <summary>The same, after what a killed run left half written is finished or taken back.</summary>
    public static CurrentSolution FindForWriting()
    {
        var solution = Find();
        ChangeWriter.Recover(solution.Root);
        return solution;
    }

    /// <summary>The same; null when there is none.</summary>
    public static CurrentSolution? FindOrNull()
    {
        try
        {
            return Find();
        }
        catch (UserError)
        {
            return null;
        }
    }
}
