using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering.Views;

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

    /// <summary>
    /// The lists of those that refer to one row stand below its address, <c>/api/v1/customers/{customerId}/orders</c>, and are one field's each.
    /// </summary>
    /// <param name="solution">With its references resolved.</param>
    /// <param name="m">Which module.</param>
    /// <param name="places">Names the parts of the model.</param>
    public static void CheckLists(Solution solution, int m, ModelPlaces places)
    {
        var module = solution.Modules[m];
        var seen = new Dictionary<(string Target, string Segment), Field>();
        for (var e = 0; e < module.Entities.Length; e++)
        {
            for (var f = 0; f < module.Entities[e].Fields.Length; f++)
            {
                var field = module.Entities[e].Fields[f];
                if (field.Type is not ReferenceType { Module: null } reference)
                    continue;
                var segment = ReferenceView.SegmentOf(module.Entities[e], field);
                if (!seen.TryAdd((reference.Entity, segment), field))
                {
                    throw places
                        .Field(m, e, f)
                        .Error(
                            $"'{seen[(reference.Entity, segment)]}' has the same list already, /{segment} of one {reference.Entity}.",
                            $"Give it another name, such as {field.Name.Then("reference").Camel}."
                        );
                }
            }
        }
    }
}
