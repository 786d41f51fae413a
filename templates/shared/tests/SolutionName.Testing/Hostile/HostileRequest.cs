using System.Text;

namespace Acme.Testing.Hostile;

/// <summary>A request that nobody well-meaning sends.</summary>
/// <param name="Operation">What it is sent to.</param>
/// <param name="Address">Its path and query; <see cref="KnownId"/> stands for the id of a row.</param>
/// <param name="Headers">Headers that the caller makes up.</param>
/// <param name="MediaType">What it says that its body is; null without a body.</param>
/// <param name="Body">Its body, in which <see cref="KnownId"/> stands for the id of a row too.</param>
/// <param name="Row">Which of the known rows is meant, counted around.</param>
internal sealed record HostileRequest(
    Operation Operation, string Address, IReadOnlyList<(string Name, string Value)> Headers, string? MediaType, string? Body, int Row)
{
    /// <summary>Stands for the id of a row that exists, as long as there is one.</summary>
    public const string KnownId = "«id»";

    /// <param name="ids">The ids of rows, as JSON.</param>
    public HttpRequestMessage Message(IReadOnlyList<string> ids)
    {
        var id = ids.Count == 0 ? "\"0197a5d0-5b3c-7000-8000-000000000001\"" : ids[Row % ids.Count];
        var address = Address.Replace(KnownId, id.Trim('"'), StringComparison.Ordinal);
        var message = new HttpRequestMessage(Operation.Method, new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (Body is null)
            return message;

        // One character a byte where it fits: so bodies hold bytes that are no UTF-8.
        var text = Body.Replace($"\"{KnownId}\"", id, StringComparison.Ordinal);
        message.Content = new ByteArrayContent(text.Any(character => character > 'ÿ') ? Encoding.UTF8.GetBytes(text) : Encoding.Latin1.GetBytes(text));
        if (MediaType is not null)
            message.Content.Headers.TryAddWithoutValidation("Content-Type", MediaType);
        return message;
    }

    public override string ToString() =>
        $"{Operation.Method} {Address}\n{string.Concat(Headers.Select(header => $"{header.Name}: {header.Value}\n"))}{MediaType}\n{Body}";
}
