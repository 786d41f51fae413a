using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Model;

public sealed class ChoosingAnIndefiniteArticle
{
    [Theory]
    [InlineData("order", "an")]
    [InlineData("item", "an")]
    [InlineData("hour", "an")]
    [InlineData("honorary member", "an")]
    [InlineData("umbrella", "an")]
    [InlineData("uninstallation", "an")]
    [InlineData("customer", "a")]
    [InlineData("house", "a")]
    [InlineData("user", "a")]
    [InlineData("unit", "a")]
    [InlineData("utility bill", "a")]
    [InlineData("euro account", "a")]
    [InlineData("one time password", "a")]
    [InlineData("url", "a")]
    public void GoesByTheSound(string words, string article) => Assert.Equal(article, IndefiniteArticle.Of(words));
}
