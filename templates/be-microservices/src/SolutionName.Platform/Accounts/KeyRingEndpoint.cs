using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Acme.Platform.Access;

namespace Acme.Platform.Accounts;

/// <summary>Hands the key ring to the other services, encrypted and signed with the certificate that they share.</summary>
internal static class KeyRingEndpoint
{
    public static void MapKeyRing(this IEndpointRouteBuilder routes) => routes.MapGet(SharedKeyRing.Path, Get).AllowAnonymous().ExcludeFromDescription();

    private static IResult Get(IXmlRepository ring, KeyRingCertificates certificates, HttpContext context)
    {
        var keys = Encoding.UTF8.GetBytes(new XElement("keys", ring.GetAllElements()).ToString(SaveOptions.DisableFormatting));
        context.Response.Headers[KeyRingSignature.Header] = KeyRingSignature.Of(certificates.Current!, keys);
        return Results.Bytes(keys, "application/xml");
    }
}
