namespace Acme.Platform.Security;

/// <summary>Which web pages may call the API from a browser; the section <c>Cors</c> of the configuration.</summary>
public sealed class CrossOriginOptions
{
    /// <summary>Their origins, such as <c>https://shop.example.com</c>; <c>*</c> is every one. None unless told.</summary>
    public IReadOnlyList<string> Origins { get; set; } = [];

    internal bool IsValid => Origins.All(IsOrigin);

    private static bool IsOrigin(string text) =>
        text == "*"
        || (Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase));
}
