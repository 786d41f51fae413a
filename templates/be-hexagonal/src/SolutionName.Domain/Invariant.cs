using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Acme.Domain;

/// <summary>Rules on single values, for the properties of entities: each gives the value back, or throws <see cref="InvariantException"/>.</summary>
public static partial class Invariant
{
    /// <summary>At most so many characters (Unicode code points).</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Text(string? value, int maxLength, [CallerMemberName] string member = "") =>
        value is null || value.EnumerateRunes().Count() <= maxLength
            ? value
            : throw new InvariantException(member, $"must have at most {maxLength} characters");

    /// <summary>At most so many digits, <paramref name="scale"/> of them after the decimal point.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static decimal? Digits(decimal? value, int precision, int scale, [CallerMemberName] string member = "") =>
        value is not { } number || (decimal.Round(number, scale) == number && Math.Abs(number) < (decimal)Math.Pow(10, precision - scale))
            ? value
            : throw new InvariantException(
                member, $"must have at most {precision - scale} digits before the decimal point and {scale} after it");

    public static decimal Digits(decimal value, int precision, int scale, [CallerMemberName] string member = "") =>
        Digits((decimal?)value, precision, scale, member).Value;

    /// <summary>An e-mail address as far as one can tell without writing to it.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Email(string? value, [CallerMemberName] string member = "") =>
        Text(value, 254, member) is null || Address().IsMatch(value!)
            ? value
            : throw new InvariantException(member, "must be an e-mail address");

    /// <summary>An absolute http or https address.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? WebAddress(string? value, [CallerMemberName] string member = "") =>
        Text(value, 2048, member) is null || (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? value
            : throw new InvariantException(member, "must be an http or https address");

    /// <summary>One of the values that the enum names.</summary>
    public static T Known<T>(T value, [CallerMemberName] string member = "")
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new InvariantException(member, "is not one of its values");

    public static T? Known<T>(T? value, [CallerMemberName] string member = "")
        where T : struct, Enum =>
        value is { } known ? Known(known, member) : value;

    /// <summary>At most so many items, none of them null, and each as <paramref name="item"/> wants it.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static IReadOnlyList<T>? Items<T>(
        IReadOnlyList<T>? value, int maxItems, Func<T, T>? item = null, [CallerMemberName] string member = "")
    {
        if (value is null)
            return value;
        if (value.Count > maxItems || value.Any(one => one is null))
            throw new InvariantException(member, $"must have at most {maxItems} items, none of them null");
        foreach (var one in value)
            item?.Invoke(one);

        return value;
    }

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\z")]
    private static partial Regex Address();
}
