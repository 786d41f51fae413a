using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Changes;

/// <summary>Types that PostgreSQL stores alike, so that one becomes the other by its check alone.</summary>
internal static class StoredAlike
{
    private const int LongestEmail = 254;
    private const int LongestUrl = 2048;

    public static bool Are(FieldType one, FieldType other) =>
        (one, other) switch
        {
            (ArrayType(var item, _), ArrayType(var otherItem, _)) => (IsText(item) && IsText(otherItem)) || IsSame(item, otherItem),
            _ => IsText(one) && IsText(other),
        };

    /// <summary>Whether every value of <paramref name="before"/> is one of <paramref name="after"/>.</summary>
    public static bool TakesAll(FieldType after, FieldType before) =>
        (after, before) switch
        {
            (ArrayType(var item, var most), ArrayType(var itemBefore, var mostBefore)) => most >= mostBefore && TakesAll(item, itemBefore),
            (EnumType { Values: var values }, EnumType { Values: var valuesBefore }) => valuesBefore.All(value =>
                values.Any(other => other.Text == value.Text)
            ),
            (StringType(var most), _) => Longest(before) <= most,
            (TextType(var most), _) => Longest(before) <= most,
            _ => IsSame(after, before),
        };

    private static bool IsSame(FieldType one, FieldType other) => FieldText.Of(one) == FieldText.Of(other);

    private static bool IsText(FieldType type) =>
        type is StringType or TextType or EnumType or ScalarType { Scalar: Scalar.Email or Scalar.Url };

    /// <summary>In code points; null for what is no text.</summary>
    private static int? Longest(FieldType type) =>
        type switch
        {
            StringType(var most) => most,
            TextType(var most) => most,
            EnumType { Values: var values } => values.Max(value => value.Text.Length),
            ScalarType { Scalar: Scalar.Email } => LongestEmail,
            ScalarType { Scalar: Scalar.Url } => LongestUrl,
            _ => null,
        };
}
