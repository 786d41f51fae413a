using Microsoft.AspNetCore.Builder;

namespace Acme.Platform.Lists;

/// <summary>Makes endpoints lists.</summary>
public static class ListSetup
{
    /// <summary>Says what the list that the endpoint answers can be filtered and sorted by.</summary>
    public static RouteHandlerBuilder Lists<TRow>(this RouteHandlerBuilder endpoint, ListRules<TRow> rules) => endpoint.WithMetadata(rules);
}
