using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Acme.Platform.Limits;

/// <summary>Cancels what a request does when it takes too long: 504. A debugger that is attached turns it off.</summary>
internal static class RequestTimeoutSetup
{
    public static void AddTimeouts(this IServiceCollection services)
    {
        services.AddOptions<RequestTimeoutSettings>()
            .BindConfiguration("RequestTimeouts", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(settings => settings.IsValid, "RequestTimeouts: Default must be longer than 0 and at most 00:00:30.")
            .ValidateOnStart();
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<RequestTimeoutSettings>>((timeouts, settings) =>
            timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = settings.Value.Default });
    }
}
