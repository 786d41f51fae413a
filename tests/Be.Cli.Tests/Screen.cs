using System.Text;

namespace Be.Cli.Tests;

/// <summary>What a terminal shows, read as it comes.</summary>
internal sealed class Screen(StreamReader output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly StringBuilder shown = new();
    private int seen;

    /// <summary>Reads on until a text shows that was not there when the last one was found.</summary>
    public async Task WaitForAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var buffer = new char[4096];
        while (true)
        {
            var at = shown.ToString().IndexOf(text, seen, StringComparison.Ordinal);
            if (at >= 0)
            {
                seen = at + text.Length;
                return;
            }
            var read = await output.ReadAsync(buffer, patience.Token);
            Assert.True(read > 0, $"'{text}' never showed:\n{shown}");
            shown.Append(buffer, 0, read);
        }
    }

    public async Task<string> RestAsync()
    {
        shown.Append(await output.ReadToEndAsync(TestContext.Current.CancellationToken));
        return shown.ToString();
    }
}
