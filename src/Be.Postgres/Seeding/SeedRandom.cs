using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bogus;

namespace Be.Postgres.Seeding;

/// <summary>Random numbers that are the same for the same seed: a stream for each column, so that a new field leaves the others as they were.</summary>
internal static class SeedRandom
{
    public static Randomizer Of(int seed, params ReadOnlySpan<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{string.Join('/', parts!)}"));
        return new Randomizer(BinaryPrimitives.ReadInt32BigEndian(hash));
    }

    public static Faker Faker(int seed, params ReadOnlySpan<string> parts) => new() { Random = Of(seed, parts) };

    /// <summary>UUID version 7 (RFC 9562) of a time, its other bits from <paramref name="random"/>.</summary>
    public static Guid Uuid(Randomizer random, DateTime time)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, new DateTimeOffset(time).ToUnixTimeMilliseconds() << 16);
        random.Bytes(10).CopyTo(bytes, 6);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
