using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>A module is a namespace and a PostgreSQL schema.</summary>
internal static class ModuleRules
{
    public static void Check(Solution solution, ModelPlaces places)
    {
        var seen = new Dictionary<string, Name>(StringComparer.OrdinalIgnoreCase);
        for (var m = 0; m < solution.Modules.Length; m++)
        {
            var name = solution.Modules[m].Name;
            if (!seen.TryAdd(name.Pascal, name))
            {
                throw places
                    .Module(m)
                    .Error($"there is a module {seen[name.Pascal]} already (case aside).", "Give one of them another name.");
            }
            if (ReservedNames.Schema(name.Snake) is { } reason)
                throw places.Module(m).Error(reason, $"Give it another name, such as My{name}.");
            if (solution.Options.Auth == Auth.Accounts && name.Snake == "accounts" && name != solution.AccountsService)
                throw places.Module(m).Error("the schema accounts is that of the users.", $"Give it another name, such as My{name}.");
            if (solution.HasAudits && name.Snake == "audit")
                throw places
                    .Module(m)
                    .Error("the schema audit is that of the records of audited entities.", $"Give it another name, such as My{name}.");
            if (name == solution.AccountsService && !solution.Modules[m].Entities.IsEmpty)
                throw places
                    .Entity(m, 0)
                    .Error(
                        $"the service {name} has users, sessions and roles, and no entities.",
                        "Put it into another service, with the user's id: --module Profiles"
                    );
            if (ReservedNames.Module(name.Pascal))
                throw places.Module(m).Error($"{name} is a namespace that every file needs.", $"Give it another name, such as My{name}.");
            if (solution.Layout == Layout.Microservices && ReservedNames.ProjectOfServices(name.Pascal))
                throw places
                    .Module(m)
                    .Error($"{name} is a part of every solution of services.", $"Give it another name, such as My{name}.");
            IdentifierLength.Check(name.Snake, "schema", places.Module(m));
        }
    }
}
