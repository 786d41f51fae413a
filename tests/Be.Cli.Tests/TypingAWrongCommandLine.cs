namespace Be.Cli.Tests;

public sealed class TypingAWrongCommandLine
{
    [Theory]
    [InlineData("scafold", "be has no command 'scafold'.", "Did you mean scaffold? See: be --help")]
    [InlineData("what", "be has no command 'what'.", "See: be --help")]
    [InlineData("new monolth", "be new has no command 'monolth'.", "Did you mean monolith? See: be new --help")]
    [InlineData("new monolith --docer", "be new monolith has no option --docer.", "Did you mean --docker? See: be new monolith --help")]
    [InlineData("new monolith Shop Stall", "be new monolith does not take 'Stall'.", "See: be new monolith --help")]
    [InlineData("new monolith Shop --ids", "Required argument missing for option: '--ids'.", "See: be new monolith --help")]
    [InlineData("completion", "Required argument missing for command: 'completion'.", "See: be completion --help")]
    [InlineData(
        "completion tcsh",
        "Argument 'tcsh' not recognized. Must be one of: 'bash' 'zsh' 'fish' 'pwsh'.",
        "See: be completion --help"
    )]
    [InlineData("doctor --output xml", "Argument 'xml' not recognized. Must be one of: 'text' 'json'.", "See: be doctor --help")]
    public async Task SaysWhatIsWrongAndWhatWasMeant(string arguments, string problem, string remedy)
    {
        var outcome = await Be.RunAsync(Path.GetTempPath(), arguments.Split(' '));

        outcome.Refuses(2, problem, remedy);
    }
}
