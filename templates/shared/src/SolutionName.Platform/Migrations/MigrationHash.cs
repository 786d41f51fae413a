using System.Security.Cryptography;
using System.Text;

namespace Acme.Platform.Migrations;

/// <summary>Tells whether the text of a migration is still the one that ran.</summary>
internal static class MigrationHash
{
    /// <summary>SHA-256 in lower-case digits. Line ends, space at the end and what stands above the first directive do not count.</summary>
    public static string Of(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var first = lines.FindIndex(MigrationSection.IsDirective);
        var counted = string.Join('\n', lines.Skip(Math.Max(first, 0))).TrimEnd();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(counted)));
    }
}
