namespace Be.Scaffolding;

/// <summary>A mistake that the user can mend: what is wrong with which input, then what to type instead.</summary>
/// <param name="problem">One line: what is wrong, naming the input.</param>
/// <param name="remedy">One line: what to type or change instead.</param>
public sealed class UserError(string problem, string remedy) : Exception(problem)
{
    /// <summary>What is wrong, in one line.</summary>
    public string Problem { get; } = problem;

    /// <summary>What to do instead, in one line.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>2 when the arguments are wrong, the field language included; else 1.</summary>
    public int ExitCode { get; init; } = 1;

    /// <summary>An error in what was typed: exit code 2.</summary>
    public static UserError InArguments(string problem, string remedy) => new(problem, remedy) { ExitCode = 2 };
}
