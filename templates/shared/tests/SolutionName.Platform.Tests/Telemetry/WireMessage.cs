using System.Text;

namespace Acme.Platform.Tests.Telemetry;

/// <summary>A message in Protocol Buffers' wire format, by the numbers of its fields: as much of it as telemetry needs.</summary>
/// <param name="bytes">The message.</param>
internal readonly struct WireMessage(ReadOnlyMemory<byte> bytes)
{
    public string Text => Encoding.UTF8.GetString(bytes.Span);

    public string Hex => Convert.ToHexStringLower(bytes.Span);

    /// <summary>The messages, texts or byte strings at the end of a path of field numbers, in order.</summary>
    public IEnumerable<WireMessage> All(params int[] path) =>
        path is [var field, .. var rest] ? Fields(field).SelectMany(inner => inner.All(rest)) : [this];

    /// <summary>The only one.</summary>
    public WireMessage One(params int[] path) => All(path).Single();

    private List<WireMessage> Fields(int wanted)
    {
        var found = new List<WireMessage>();
        for (var at = 0; at < bytes.Length;)
        {
            var key = Varint(ref at);
            var length = (key & 7) switch
            {
                0 => Skipped(ref at),
                1 => sizeof(ulong),
                2 => (int)Varint(ref at),
                5 => sizeof(uint),
                var type => throw new InvalidDataException($"There is no wire type {type}."),
            };
            if (key >> 3 == (ulong)wanted)
                found.Add(new WireMessage(bytes.Slice(at, length)));
            at += length;
        }

        return found;
    }

    private int Skipped(ref int at)
    {
        Varint(ref at);
        return 0;
    }

    private ulong Varint(ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes.Span[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
