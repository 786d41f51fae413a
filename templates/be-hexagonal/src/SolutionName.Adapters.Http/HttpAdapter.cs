using Microsoft.Extensions.DependencyInjection;

namespace Acme.Adapters.Http;

/// <summary>The way in over HTTP.</summary>
public static class HttpAdapter
{
    public static IServiceCollection AddHttpAdapter(this IServiceCollection services) => services.AddExceptionHandler<RefusalTranslator>();
}
