using Be.Scaffolding.Model;
using Be.Scaffolding.Rules;

namespace Be.Scaffolding.Edits;

/// <summary>What the commands do to the clients of a model. A model that already is as asked comes back equal.</summary>
public static class ClientEdit
{
    /// <summary>The model in which one service calls another.</summary>
    /// <param name="solution">The model.</param>
    /// <param name="module">The service that calls; null: the only other one.</param>
    /// <param name="to">The service that is called.</param>
    /// <exception cref="UserError">The service is not clear, or a rule is broken.</exception>
    public static Solution AddClient(Solution solution, Name? module, Name to)
    {
        ClientRules.CheckLayout(solution, Place.InArguments($"Client of {to}"));
        var m = ModelEdit.Find(solution, module ?? OnlyOther(solution, to));
        var (own, client) = (solution.Modules[m], new Client(to));
        var changed = own.Clients.Contains(client) ? own : own with { Clients = own.Clients.Add(client) };
        return ModelRules.Checked(solution with { Modules = solution.Modules.SetItem(m, changed) }, file: null);
    }

    private static Name OnlyOther(Solution solution, Name to) =>
        solution.OwnModules.Where(other => other.Name != to).Select(other => other.Name).ToList() switch
        {
            [var only] => only,
            [] => throw UserError.InArguments("There is no other service that could call it.", "Make one first: be scaffold module Sales"),
            var names => throw UserError.InArguments(
                $"There are {names.Count} services that could call {to}: {string.Join(", ", names)}.",
                $"Name one of them: --module {names[0]}"
            ),
        };
}
