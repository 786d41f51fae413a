using System.Buffers.Text;
using System.Text;

namespace Acme.Platform.Lists;

/// <summary>A place in a list, as text that means nothing to callers (base64url, RFC 4648).</summary>
internal static class Cursor
{
    public static string Write<T>(T key)
        where T : ISpanFormattable => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key.ToString(null, CultureInfo.InvariantCulture)));

    public static bool TryRead<T>(string cursor, out T key)
        where T : struct, ISpanParsable<T>
    {
        key = default;
        return Base64Url.IsValid(cursor)
            && T.TryParse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)), CultureInfo.InvariantCulture, out key);
    }
}
