using System.Security.Cryptography;

namespace Acme.Testing;

/// <summary>Values that no other call gives, for fields that must be unique.</summary>
public static class Any
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Text of at most <paramref name="maxLength"/> characters.</summary>
    public static string Text(int maxLength) => RandomNumberGenerator.GetString(Letters, Math.Min(maxLength, 20));

    public static int Int() => RandomNumberGenerator.GetInt32(int.MaxValue);

    public static long Long() => ((long)Int() << 31) + Int();

    /// <summary>A number with at most <paramref name="precision"/> digits, <paramref name="scale"/> of them after the point.</summary>
    public static decimal Decimal(int precision, int scale)
    {
        var digits = RandomNumberGenerator.GetString("123456789", Math.Min(precision, 15));
        return decimal.Parse(digits, CultureInfo.InvariantCulture) / (decimal)Math.Pow(10, scale);
    }

    public static string Date() => DateOnly.FromDayNumber(RandomNumberGenerator.GetInt32(3_000_000)).ToString("O", CultureInfo.InvariantCulture);

    public static string Time() => new TimeOnly(RandomNumberGenerator.GetInt32(86_400) * TimeSpan.TicksPerSecond).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Timestamp() =>
        DateTimeOffset.FromUnixTimeSeconds(Int()).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>Base64 of 16 bytes.</summary>
    public static string Bytes() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
}
