namespace Be.Cli.Tests;

/// <summary>A real bash that has sourced <c>be completion bash</c>, asked what Tab would offer.</summary>
public sealed class CompletingInBash(GeneratedSolution generated)
{
    [Theory]
    [InlineData("be comp", "completion")]
    [InlineData("be new mono", "monolith")]
    [InlineData("be new monolith Shop --ids ", "bigint uuid")]
    [InlineData("be new monolith Shop --dock", "--docker")]
    [InlineData("be scaffold api --fields notes:text? --mod", "--module")]
    [InlineData("be completion z", "zsh")]
    public async Task OffersWhatCanFollow(string line, string expected)
    {
        var outcome = await Be.RunAsync("bash", Path.GetTempPath(), ["-c", Tab, "bash", line]);

        Assert.Equal(expected, outcome.Exits(0).Out.Trim());
    }

    [Fact]
    public async Task OffersTheNamesInBeJson()
    {
        using var solution = generated.Copy();
        (await Be.RunAsync(solution.Path, "scaffold", "api", "--module", "Sales", "--entity", "Order")).Exits(0);

        (await Be.RunAsync(solution.Path, "scaffold", "job", "CloseOrders")).Exits(0);

        var job = await Be.RunAsync("bash", solution.Path, ["-c", Tab, "bash", "be scaffold job Cl"]);
        var module = await Be.RunAsync("bash", solution.Path, ["-c", Tab, "bash", "be scaffold api --module Sa"]);
        var entity = await Be.RunAsync("bash", solution.Path, ["-c", Tab, "bash", "be scaffold api --entity Or"]);

        Assert.Equal("CloseOrders", job.Exits(0).Out.Trim());
        Assert.Equal("Sales", module.Exits(0).Out.Trim());
        Assert.Equal("Order", entity.Exits(0).Out.Trim());
    }

    /// <summary>What bash itself does on Tab, with the line as $1.</summary>
    private static string Tab =>
        $$"""
            set -eu
            be() { "{{Be.Program}}" "$@"; }
            source <(be completion bash)
            complete -p be | grep -q -- '-F _be'
            COMP_LINE=$1 COMP_POINT=${#1}
            read -r -a COMP_WORDS <<< "$1"
            if [[ $1 == *' ' ]]; then COMP_WORDS+=(''); fi
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _be be "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            echo "${COMPREPLY[@]}"
            """;
}
