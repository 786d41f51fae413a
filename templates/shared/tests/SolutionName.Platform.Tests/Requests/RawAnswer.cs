using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Acme.Platform.Tests.Requests;

/// <summary>What came back over a socket until the server closed it.</summary>
internal sealed partial record RawAnswer(string Text)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>0 when nothing came.</summary>
    public int Status => StatusLine().Match(Text) is { Success: true } line ? int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    public string Body => Text.Split("\r\n\r\n", 2) is [_, var body] ? body : "";

    /// <summary>The error in the one format: its code, and the request id that the header has too.</summary>
    public void ShouldFail(int status, string code)
    {
        Assert.True(Status == status, $"{Status}, not {status}: {Text}");
        Assert.Contains($"\"code\":\"{code}\"", Body, StringComparison.Ordinal);
        Assert.Equal(Header("X-Request-Id"), RequestIdOfBody().Match(Body).Groups[1].Value);
    }

    /// <summary>The server itself refuses it, before there is a request that the API could see: a status without a body.</summary>
    public void ShouldBeRefusedByTheServer(int status)
    {
        Assert.True(Status == status, $"{Status}, not {status}: {Text}");
        Assert.Empty(Body);
    }

    public string Header(string name) => Regex.Match(Text, $@"(?im)^{name}: (.*)\r$").Groups[1].Value;

    public static async Task<RawAnswer> ReadAsync(Uri server, IReadOnlyList<byte[]> pieces)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, patience.Token);
        var stream = client.GetStream();
        foreach (var piece in pieces)
            await stream.WriteAsync(piece, patience.Token);

        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // The server closed while there was still something to read: what came before that counts.
        }

        return new RawAnswer(Encoding.UTF8.GetString(answer.ToArray()));
    }

    [GeneratedRegex(@"^HTTP/1\.[01] (\d{3})")]
    private static partial Regex StatusLine();

    [GeneratedRegex("\"requestId\":\"([^\"]*)\"")]
    private static partial Regex RequestIdOfBody();
}
