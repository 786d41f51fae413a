using Acme.Domain;

namespace Acme.Application.Tests;

public sealed class Invariants
{
    [Fact]
    public void TextIsCountedInCodePoints()
    {
        Assert.Equal("😀😀", Invariant.Text("😀😀", 2));
        Assert.Throws<InvariantException>(() => Invariant.Text("😀😀", 1));
        Assert.Null(Invariant.Text(null, 1));
    }

    [Theory]
    [InlineData("99.99", true)]
    [InlineData("-99.99", true)]
    [InlineData("1.50", true)]
    [InlineData("100", false)]
    [InlineData("0.001", false)]
    public void ANumberHasItsDigits(string text, bool holds)
    {
        var number = decimal.Parse(text, CultureInfo.InvariantCulture);

        Assert.Equal(holds, Record.Exception(() => Invariant.Digits(number, 4, 2)) is null);
        Assert.Equal(holds, Record.Exception(() => Invariant.Digits((decimal?)number, 4, 2)) is null);
    }

    [Theory]
    [InlineData("someone@example.com", true)]
    [InlineData("someone", false)]
    [InlineData("some one@example.com", false)]
    public void AnEmailAddressHasAnAtSign(string text, bool holds) =>
        Assert.Equal(holds, Record.Exception(() => Invariant.Email(text)) is null);

    [Theory]
    [InlineData("https://example.com/a?b", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("ftp://example.com", false)]
    [InlineData("/a", false)]
    public void AWebAddressIsAbsolute(string text, bool holds) =>
        Assert.Equal(holds, Record.Exception(() => Invariant.WebAddress(text)) is null);

    [Fact]
    public void AnEnumHasOneOfItsValues()
    {
        Assert.Equal(DayOfWeek.Friday, Invariant.Known(DayOfWeek.Friday));
        Assert.Null(Invariant.Known((DayOfWeek?)null));
        Assert.Throws<InvariantException>(() => Invariant.Known((DayOfWeek)7));
    }

    [Fact]
    public void AListHasItsLimitAndItsItemsTheirs()
    {
        string[] items = ["a", "bb"];

        Assert.Same(items, Invariant.Items(items, 2, item => Invariant.Text(item, 2)));
        Assert.Throws<InvariantException>(() => Invariant.Items(items, 1));
        Assert.Throws<InvariantException>(() => Invariant.Items(items, 2, item => Invariant.Text(item, 1)));
        Assert.Throws<InvariantException>(() => Invariant.Items(["a", null!], 2));
    }

    [Fact]
    public void ARefusalNamesThePropertyThatAsked() =>
        Assert.Equal(nameof(Named.Label), Assert.Throws<InvariantException>(() => new Named { Label = "too long" }).Member);

    private sealed record Named
    {
        public required string Label { get; init => field = Invariant.Text(value, 3); }
    }
}
