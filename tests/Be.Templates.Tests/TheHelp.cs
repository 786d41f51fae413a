namespace Be.Templates.Tests;

public sealed class TheHelp(TemplatePack templates)
{
    [Fact]
    public async Task DescribesEveryOptionAndChoice()
    {
        var help = await templates.NewAsync("monolith", "--help");

        // What stands between is the SDK's own, and differs from one version to the next.
        var ours =
            help[..help.IndexOf("Usage:", StringComparison.Ordinal)] + help[help.IndexOf("Template options:", StringComparison.Ordinal)..];
        TreeSnapshot.VerifyText(ours);
    }
}
