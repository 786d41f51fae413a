using System.Globalization;
using System.Text;
using Be.Scaffolding.Model;
using Bogus;

namespace Be.Postgres.Seeding;

/// <summary>Texts as the name of a field lets one expect them, no longer than it allows.</summary>
internal static class TextValues
{
    /// <summary>People are at example.com (RFC 2606), so that nobody gets mail by mistake.</summary>
    private const string Domain = "example.com";

    public static Func<SeedRow, object> Of(Entity entity, Field field, int maxLength, Faker faker)
    {
        var make = Maker(new FieldWords(entity, field), maxLength, faker);
        return row => Cut(make(row), maxLength);
    }

    public static string Email(SeedRow row) =>
        $"{Ascii(row.FirstName)}.{Ascii(row.LastName)}{(row.Index + 1).ToString(CultureInfo.InvariantCulture)}@{Domain}".ToLowerInvariant();

    public static string Url(FieldWords words, SeedRow row, Faker faker) =>
        words.Has("image", "photo", "picture", "avatar", "logo", "thumbnail")
            ? $"https://{Domain}/images/{Slug(faker)}.jpg"
            : $"https://{Domain}/{Slug(faker)}/{(row.Index + 1).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>At most so many code points, without space at its ends.</summary>
    public static string Cut(string text, int maxLength)
    {
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(maxLength))
            cut.Append(rune);
        var trimmed = cut.ToString().Trim();
        return trimmed.Length > 0 ? trimmed : "x";
    }

    private static Func<SeedRow, string> Maker(FieldWords words, int maxLength, Faker faker) =>
        Person(words, faker)
        ?? Place(words, maxLength, faker)
        ?? Business(words, maxLength, faker)
        ?? Web(words, faker)
        ?? Prose(words, maxLength, faker);

    private static Func<SeedRow, string>? Person(FieldWords words, Faker faker)
    {
        if (words.Has("email", "mail"))
            return Email;
        if (words.Says("first", "name") || words.Says("given", "name"))
            return row => row.FirstName;
        if (words.Says("last", "name") || words.Says("family", "name") || words.Has("surname"))
            return row => row.LastName;
        if (words.Says("user", "name") || words.Has("login", "handle", "nickname"))
            return row => $"{Ascii(row.FirstName)}{(row.Index + 1).ToString(CultureInfo.InvariantCulture)}".ToLowerInvariant();
        if (words.Has("phone", "mobile", "fax", "telephone"))
            return _ => faker.Phone.PhoneNumber("+1 ### 555 ####");
        if (words.Has("job", "profession", "occupation"))
            return _ => faker.Name.JobTitle();
        if (words.Has("author", "contact", "recipient", "sender", "person") || words.Says("full", "name"))
            return row => $"{row.FirstName} {row.LastName}";
        if (!words.Has("name"))
            return null;
        if (
            words.IsOf(
                "company",
                "organization",
                "organisation",
                "supplier",
                "vendor",
                "brand",
                "shop",
                "store",
                "merchant",
                "manufacturer"
            )
        )
            return _ => faker.Company.CompanyName();
        if (words.IsOf("product", "item", "article", "good", "part"))
            return _ => faker.Commerce.ProductName();
        if (words.IsOf("category", "department", "tag", "group", "section"))
            return _ => faker.Commerce.Department(2);
        if (words.IsOf("city", "town"))
            return _ => faker.Address.City();
        if (words.IsOf("country"))
            return _ => faker.Address.Country();
        return words.IsOf(
            "customer",
            "user",
            "person",
            "employee",
            "contact",
            "author",
            "patient",
            "student",
            "member",
            "owner",
            "driver",
            "guest",
            "client",
            "teacher",
            "player"
        )
            ? row => $"{row.FirstName} {row.LastName}"
            : null;
    }

    private static Func<SeedRow, string>? Place(FieldWords words, int maxLength, Faker faker)
    {
        if (words.Has("city", "town"))
            return _ => faker.Address.City();
        if (words.Has("country", "nationality"))
            return maxLength < 20 ? _ => faker.Address.CountryCode() : _ => faker.Address.Country();
        if (words.Has("state", "province", "region", "county"))
            return maxLength < 15 ? _ => faker.Address.StateAbbr() : _ => faker.Address.State();
        if (words.Has("zip", "postcode", "postal", "zipcode"))
            return _ => faker.Address.ZipCode("#####");
        if (words.Has("street"))
            return _ => faker.Address.StreetAddress();
        return words.Has("address", "location", "destination", "origin") ? _ => faker.Address.FullAddress() : null;
    }

    private static Func<SeedRow, string>? Business(FieldWords words, int maxLength, Faker faker)
    {
        if (words.Has("iban"))
            return _ => faker.Finance.Iban();
        if (words.Has("bic", "swift"))
            return _ => faker.Finance.Bic();
        if (words.Has("currency"))
            return _ => faker.Finance.Currency().Code;
        if (words.Has("account"))
            return _ => faker.Finance.Account(10);
        if (words.Has("ean", "gtin", "barcode", "upc"))
            return _ => maxLength < 13 ? faker.Commerce.Ean8() : faker.Commerce.Ean13();
        if (words.Has("number", "code", "reference", "sku", "no", "key", "identifier"))
            return row => Code(words.Prefix, row.Index + 1, maxLength);
        if (words.Has("company", "organization", "organisation", "employer", "supplier", "vendor", "brand", "manufacturer", "carrier"))
            return _ => faker.Company.CompanyName();
        if (words.Has("product"))
            return _ => faker.Commerce.ProductName();
        if (words.Has("category", "department", "tag", "label"))
            return _ => faker.Commerce.Department(1);
        if (words.Has("color", "colour"))
            return _ => faker.Commerce.Color();
        return words.Has("material") ? _ => faker.Commerce.ProductMaterial() : null;
    }

    private static Func<SeedRow, string>? Web(FieldWords words, Faker faker)
    {
        if (words.Has("url", "website", "homepage", "link"))
            return row => Url(words, row, faker);
        if (words.Has("slug"))
            return row => $"{Slug(faker)}-{(row.Index + 1).ToString(CultureInfo.InvariantCulture)}";
        if (words.Has("ip"))
            return _ => $"192.0.2.{faker.Random.Number(1, 254).ToString(CultureInfo.InvariantCulture)}";
        if (words.Has("domain", "host"))
            return _ => $"{faker.Lorem.Word()}.{Domain}";
        if (words.Has("token", "secret", "password", "hash", "checksum", "digest"))
            return _ => faker.Random.Hash();
        if (words.Has("version"))
            return _ => faker.System.Semver();
        if (words.Has("file", "filename", "attachment"))
            return _ => faker.System.CommonFileName();
        if (words.Has("language", "locale"))
            return _ => faker.Random.ArrayElement(["en", "de", "es", "fr", "it", "pt"]);
        return words.Has("timezone", "zone")
            ? _ => faker.Random.ArrayElement(["Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo"])
            : null;
    }

    private static Func<SeedRow, string> Prose(FieldWords words, int maxLength, Faker faker)
    {
        if (words.Has("name", "title", "subject", "headline", "topic", "summary"))
            return _ => faker.Commerce.ProductAdjective() + " " + faker.Lorem.Word() + " " + faker.Lorem.Word();
        if (maxLength <= 60)
            return _ => Capitalised(faker.Lorem.Word());
        return maxLength <= 300 ? _ => faker.Lorem.Sentence() : _ => faker.Lorem.Sentences(faker.Random.Number(1, 4), " ");
    }

    /// <summary><c>ORD-000123</c>; without the letters where that is too long.</summary>
    private static string Code(string prefix, int number, int maxLength)
    {
        var digits = number.ToString("D6", CultureInfo.InvariantCulture);
        var code = $"{prefix}-{digits}";
        if (code.Length <= maxLength)
            return code;
        return digits.Length <= maxLength ? digits : number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Slug(Faker faker) => $"{faker.Lorem.Word()}-{faker.Lorem.Word()}";

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Ascii(string name) => string.Concat(name.Where(char.IsAsciiLetter));
}
