using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Testing;

/// <summary>Hosts of tests that are about something else than who calls.</summary>
public static class OpenDoors
{
    /// <summary>Endpoints are anybody's unless they say otherwise, and no key ring is read: there may be no database.</summary>
    public static void LetEverybodyIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(null);
        builder.Services.PostConfigure<KeyManagementOptions>(keys => keys.XmlRepository = new KeysInMemory());
    }

    private sealed class KeysInMemory : IXmlRepository
    {
        private readonly List<XElement> keys = [];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. keys];

        public void StoreElement(XElement element, string friendlyName) => keys.Add(element);
    }
}
