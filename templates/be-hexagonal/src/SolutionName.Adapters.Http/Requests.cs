using Acme.Platform.Errors;
using Acme.Platform.Validation;

namespace Acme.Adapters.Http;

internal static class Requests
{
    /// <summary>The request, once the attributes of its properties hold.</summary>
    /// <exception cref="ApiException">They do not: the error names all of those members.</exception>
    public static T Valid<T>(this T request)
        where T : class => RequestRules.Check(request) is { } error ? throw new ApiException(error) : request;
}
