using System.Text.Json;
using System.Text.Json.Serialization;
using Acme.Platform.Json;

namespace Acme.Platform.Messaging;

/// <summary>Events as JSON: like every other, but members that the reader does not know yet are none of its business.</summary>
internal static class EventJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonRules.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };
}
