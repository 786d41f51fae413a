namespace Be.Cli.Tests;

/// <summary><c>build/shared/machine.sh</c>, which the scripts source.</summary>
public sealed class PreparingTheMachine(GeneratedSolution generated)
{
    [Theory]
    [InlineData("Host=127.0.0.1;Port=1", "missing")]
    [InlineData("", "there")]
    public async Task NoticesWhetherPostgresqlIsMissing(string connection, string expected)
    {
        using var folder = generated.Copy();
        Directory.CreateDirectory(folder.File("artifacts", "bin"));
        File.WriteAllText(
            folder.File("artifacts", "bin", "be"),
            $"""
            #!/bin/sh
            ConnectionStrings__Default='{connection}' exec '{Be.Program}' "$@"
            """
        );
        const string Script = """
            set -euo pipefail
            . "$1"
            chmod +x artifacts/bin/be
            if postgresql_is_missing; then echo missing; else echo there; fi
            """;

        var outcome = await Be.RunAsync("bash", folder.Path, ["-c", Script, "bash", Repository.File("build", "shared", "machine.sh")]);

        Assert.Equal(expected, outcome.Exits(0).Out.Trim());
    }
}
