using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Rules;

/// <summary>What accounts take for themselves.</summary>
public sealed class CheckingAccounts
{
    private static readonly Solution Shop = Models.Shop with { Options = Models.Shop.Options with { Auth = Auth.Accounts } };

    private static readonly Solution Services = Models.Services with
    {
        Options = Models.Services.Options with { Auth = Auth.Accounts },
        Modules = [new Module(Name.Parse("Accounts"), [])],
    };

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
    public void NeedAServiceThatOwnsThemAmongMicroservices()
    {
        var error = Assert.Throws<UserError>(() => BeJson.Parse(BeJson.Write(Services with { Modules = [] })));

        Assert.Equal("be.json: modules: the service Accounts is missing, which owns the users.", error.Problem);
        Assert.Equal("""Write first: { "name": "Accounts", "entities": [] }""", error.Remedy);
    }

    [Fact]
    public void LeaveNoRoomForEntitiesInTheirService()
    {
        var error = Assert.Throws<UserError>(() => Services.Entity("Profile", "name:text", module: "Accounts"));

        Assert.Equal("Entity Profile: the service Accounts has users, sessions and roles, and no entities.", error.Problem);
        Assert.Equal(Services, Services.Module("Accounts"));
    }

    [Fact]
    public void LeaveTheChoiceOfTheServiceAsItIsWithoutThem()
    {
        var first = Services.Entity("Order", "number:text");
        var second = first.Entity("Customer", "name:text");

        Assert.Equal(["Accounts", "Shop"], second.Modules.Select(module => module.Name.Pascal));
        Assert.Equal(2, second.Modules[1].Entities.Length);
    }

    [Fact]
    public void AreNotAskedByOtherServices()
    {
        var error = Assert.Throws<UserError>(() => Services.Module("Sales").Client("Accounts", "Sales"));

        Assert.Equal("Client of Accounts: who calls is in their token: no service has to ask Accounts.", error.Problem);
    }
}
