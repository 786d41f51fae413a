namespace Be.Cli.Output;

/// <summary>Colours, on a terminal that wants them (https://no-color.org).</summary>
internal sealed class Ink(bool coloured)
{
    public static Ink Out { get; } = new(!Console.IsOutputRedirected && Wanted);

    public static Ink Error { get; } = new(!Console.IsErrorRedirected && Wanted);

    private static bool Wanted =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public string Red(string text) => Sgr(31, text);

    public string Green(string text) => Sgr(32, text);

    public string Yellow(string text) => Sgr(33, text);

    public string Cyan(string text) => Sgr(36, text);

    public string Bold(string text) => Sgr(1, text);

    public string Dim(string text) => Sgr(2, text);

    /// <summary>ECMA-48 "select graphic rendition".</summary>
    private string Sgr(int code, string text) => coloured ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
