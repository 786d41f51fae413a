using System.ComponentModel.DataAnnotations;
using Acme.Platform.Validation;

namespace Acme.Platform.Tests;

/// <summary>The rules of request members, one value at a time.</summary>
public sealed class Values
{
    [Theory]
    [InlineData("someone@example.com", true)]
    [InlineData("a@b", true)]
    [InlineData("nobody", false)]
    [InlineData("a b@example.com", false)]
    [InlineData("a@b@c", false)]
    [InlineData("a@b\n", false)]
    public void Email(string value, bool valid) => Check(new EmailAttribute(), value, valid);

    [Theory]
    [InlineData("https://example.com/path?x=1", true)]
    [InlineData("http://localhost", true)]
    [InlineData("https://example.com/ä", false)]
    [InlineData("https://example.com/a b", false)]
    [InlineData("ftp://example.com", false)]
    [InlineData("example.com", false)]
    [InlineData("/path", false)]
    public void WebAddress(string value, bool valid) => Check(new WebAddressAttribute(), value, valid);

    [Theory]
    [InlineData("999.99", true)]
    [InlineData("-999.99", true)]
    [InlineData("1.10000", true)]
    [InlineData("1000", false)]
    [InlineData("0.001", false)]
    public void Digits(string value, bool valid) => Check(new DigitsAttribute(5, 2), decimal.Parse(value, CultureInfo.InvariantCulture), valid);

    private static void Check(ValidationAttribute rule, object value, bool valid) => Assert.Equal(valid, rule.IsValid(value));
}
