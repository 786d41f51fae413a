using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Acme.Platform.Lists;

/// <summary>A place in a list, as text that means nothing to callers: signed (HMAC, RFC 2104), in base64url (RFC 4648).</summary>
internal static class Cursor
{
    private const int SignatureLength = 16;

    /// <param name="place">What the list is sorted by, of the row before.</param>
    /// <param name="scope">The list that it is a place in: no other one takes the cursor.</param>
    /// <param name="key">The secret.</param>
    public static string Write(JsonElement[] place, string scope, byte[] key)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(place);
        return Base64Url.EncodeToString([.. Sign(payload, scope, key), .. payload]);
    }

    /// <returns>Null when it is no cursor of the scope.</returns>
    public static JsonElement[]? Read(string cursor, string scope, byte[] key)
    {
        if (!Base64Url.IsValid(cursor))
            return null;

        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length < SignatureLength)
            return null;

        var payload = bytes[SignatureLength..];
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SignatureLength), Sign(payload, scope, key))
            ? JsonSerializer.Deserialize<JsonElement[]>(payload)
            : null;
    }

    private static byte[] Sign(byte[] payload, string scope, byte[] key) =>
        HMACSHA256.HashData(key, (byte[])[.. payload, 0, .. Encoding.UTF8.GetBytes(scope)])[..SignatureLength];
}
