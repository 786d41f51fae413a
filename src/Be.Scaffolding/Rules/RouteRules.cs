using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>The modules of a monolith share one address space: <c>/api/v1/orders</c> is one entity's.</summary>
internal static class RouteRules
{
    public static void Check(Solution solution, ModelPlaces places)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var m = 0; m < solution.Modules.Length; m++)
        {
            for (var e = 0; e < solution.Modules[m].Entities.Length; e++)
            {
                var (module, entity) = (solution.Modules[m].Name, solution.Modules[m].Entities[e]);
                if (solution.Options.Auth == Auth.Accounts && entity.Plural.Kebab == "account")
                {
                    throw places
                        .Entity(m, e)
                        .Error(
                            "/api/v1/account is the address of the caller's own account.",
                            $"Give it another plural: {places.Plural("Accounts")}"
                        );
                }
                if (solution.HasAudits && entity.Plural.Kebab == "audit-records")
                {
                    throw places
                        .Entity(m, e)
                        .Error(
                            "/api/v1/audit-records is the address of the records of audited entities.",
                            $"Give it another plural: {places.Plural(module.Pascal + entity.Plural.Pascal)}"
                        );
                }
                if (!seen.TryAdd(entity.Plural.Kebab, $"{module}.{entity.Name}"))
                {
                    throw places
                        .Entity(m, e)
                        .Error(
                            $"/api/v1/{entity.Plural.Kebab} is the address of {seen[entity.Plural.Kebab]} already.",
                            $"Give it another plural: {places.Plural(module.Pascal + entity.Plural.Pascal)}"
                        );
                }
            }
        }
    }
}
