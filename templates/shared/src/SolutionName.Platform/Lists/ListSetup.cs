using Microsoft.AspNetCore.Builder;

namespace Acme.Platform.Lists;

/// <summary>Makes endpoints lists, and lets them include what their rows refer to.</summary>
public static class ListSetup
{
    /// <summary>Says what the list that the endpoint answers can be filtered and sorted by.</summary>
    public static RouteHandlerBuilder Lists<TRow>(this RouteHandlerBuilder endpoint, ListRules<TRow> rules) => endpoint.WithMetadata(rules);

    /// <summary>Says which rows callers of the endpoint can have beside its own.</summary>
    public static RouteHandlerBuilder Includes(this RouteHandlerBuilder endpoint, IncludeRules rules) => endpoint.WithMetadata(rules);
}
