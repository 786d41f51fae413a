using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Testing;

/// <summary>A key ring of the program's own, which ends with it.</summary>
public static class KeysInMemory
{
    public static void KeepKeysInMemory(this IServiceCollection services) => services.AddSingleton<IXmlRepository, Repository>();

    private sealed class Repository : IXmlRepository
    {
        private readonly List<XElement> keys = [];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. keys];

        public void StoreElement(XElement element, string friendlyName) => keys.Add(element);
    }
}
