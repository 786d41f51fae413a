using System.CommandLine;

namespace Be.Cli.CommandLine;

/// <summary>A command that carries the examples that its help prints.</summary>
internal sealed class DocumentedCommand(string name, string description, params Example[] examples) : Command(name, description)
{
    public IReadOnlyList<Example> Examples { get; } = examples;
}

/// <summary>A line to type, and what it does.</summary>
internal sealed record Example(string Line, string What);
