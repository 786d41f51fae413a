using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>A client is a class of one service that calls the API of another.</summary>
internal static class ClientRules
{
    public static void Check(Solution solution, ModelPlaces places)
    {
        for (var m = 0; m < solution.Modules.Length; m++)
        {
            var module = solution.Modules[m];
            var seen = new HashSet<Name>();
            for (var c = 0; c < module.Clients.Length; c++)
            {
                var (to, place) = (module.Clients[c].To, places.Client(m, c));
                CheckLayout(solution, place);
                var target =
                    solution.Modules.FirstOrDefault(other => other.Name == to)
                    ?? throw place.Error($"there is no service {to}.", $"Make it first: be scaffold module {to}");
                if (target.Name == module.Name)
                    throw place.Error($"{to} would call itself.", "Name another service.");
                if (to == solution.AccountsService)
                    throw place.Error($"who calls is in their token: no service has to ask {to}.", "Leave it out.");
                if (target.Entities.IsEmpty)
                    throw place.Error($"{to} has no API to call.", $"Make one first: be scaffold api --entity Product --module {to}");
                if (!seen.Add(to))
                    throw place.Error($"{module.Name} has a client of {to} already.", "Leave one of them out.");
            }
        }
    }

    /// <summary>Only services have addresses.</summary>
    public static void CheckLayout(Solution solution, Place place)
    {
        if (solution.Layout != Layout.Microservices)
        {
            throw place.Error(
                "modules of one program call each other in process, not over HTTP.",
                "Leave it out: a reference to the other module's entity brings the interface to call."
            );
        }
    }
}
