using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Rules;

/// <summary>What accounts take for themselves.</summary>
public sealed class CheckingAccounts
{
    private static readonly Solution Shop = Models.Shop with { Options = Models.Shop.Options with { Auth = Auth.Accounts } };

    [Fact]
    public void KeepsTheSchemaOfTheUsers()
    {
        var error = Assert.Throws<UserError>(() => Shop.Module("Accounts"));

        Assert.Equal("Module Accounts: the schema accounts is that of the users.", error.Problem);
        Assert.Single(Models.Shop.Module("Accounts").Modules);
    }

    [Fact]
    public void KeepsTheAddressOfTheCallersAccount()
    {
        var error = Assert.Throws<UserError>(() => Shop.Module("Bank").Entity("Account", "number:text", plural: "Account"));

        Assert.Contains("/api/v1/account is the address of the caller's own account.", error.Problem, StringComparison.Ordinal);
        Assert.Single(Shop.Module("Bank").Entity("Account", "number:text").Modules[0].Entities);
    }

    [Fact]
    public void AreNotForMicroservicesYet()
    {
        var services = Models.Services with { Options = Models.Services.Options with { Auth = Auth.Accounts } };

        var error = Assert.Throws<UserError>(() => BeJson.Parse(BeJson.Write(services)));

        Assert.Equal("be.json: options.auth: microservices have no accounts yet.", error.Problem);
        Assert.Equal("Write: \"auth\": \"none\"", error.Remedy);
    }
}
