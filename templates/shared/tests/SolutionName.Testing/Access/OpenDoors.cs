using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Testing;

/// <summary>Hosts of tests that are about something else than who calls.</summary>
public static class OpenDoors
{
    /// <summary>Endpoints are anybody's unless they say otherwise, and no key ring is read: there may be no database.</summary>
    public static void LetEverybodyIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(null);
        builder.Services.KeepKeysInMemory();
    }
}
