using Microsoft.Extensions.Options;

namespace Acme.Platform.Tests.Requests;

/// <summary>A wrong setting is noticed at the start, by name.</summary>
public sealed class Settings
{
    [Theory]
    [InlineData("RateLimits:PerAddress:Permits", "0", "RateLimits")]
    [InlineData("RateLimits:PerCaller:Window", "00:00:00", "RateLimits")]
    [InlineData("RequestTimeouts:Default", "00:01:00", "RequestTimeouts")]
    [InlineData("RequestTimeouts:Default", "00:00:00", "RequestTimeouts")]
    [InlineData("Cors:Origins:0", "https://shop.example.com/", "Cors")]
    [InlineData("Cors:Origins:0", "shop.example.com", "Cors")]
    [InlineData("ForwardedHeaders:KnownNetworks:0", "10.0.0", "ForwardedHeaders")]
    public async Task AWrongValueIsNamed(string name, string value, string section)
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(name, value));

        Assert.Contains(section, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RateLimits:PerAdress:Permits", "1", "PerAdress")]
    [InlineData("RateLimits:PerAddress:Permits", "many", "Permits")]
    [InlineData("RequestTimeouts:Defualt", "00:00:01", "Defualt")]
    public async Task AMisspeltOneIsNamed(string name, string value, string misspelt)
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(name, value));

        Assert.Contains(misspelt, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThoseOfTheTemplateAreRight()
    {
        await using var api = await OwnApi.StartAsync(_ => { }, new() { ["Cors:Origins"] = "", ["ForwardedHeaders:KnownNetworks"] = "" });
    }

    private static async Task StartAsync(string name, string value)
    {
        await using var api = await OwnApi.StartAsync(_ => { }, new() { [name] = value });
    }
}
