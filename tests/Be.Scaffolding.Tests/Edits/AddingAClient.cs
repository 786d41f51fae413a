using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Edits;

public sealed class AddingAClient
{
    private static readonly Solution Services = Models
        .Services.Entity("Customer", "name:text", module: "Crm")
        .Entity("Order", "number:int", module: "Sales");

    [Fact]
    public void IsTheOtherServicesWhereThereAreTwo()
    {
        var solution = Services.Client("Crm");

        Assert.Empty(solution.Modules[0].Clients);
        Assert.Equal(new Client(Name.Parse("Crm")), solution.Modules[1].Clients.Single());
    }

    [Fact]
    public void IsNotThatOfTheAccountsUnlessNamed()
    {
        var accounts = Services with { Options = Services.Options with { Auth = Auth.Accounts } };
        var solution = accounts with { Modules = [new Module(accounts.AccountsService!, []), .. accounts.Modules] };

        Assert.Equal("Sales", Assert.Single(solution.Client("Crm").Modules, module => !module.Clients.IsEmpty).Name.Pascal);
        Assert.Equal("Accounts", Assert.Single(solution.Client("Crm", "Accounts").Modules, module => !module.Clients.IsEmpty).Name.Pascal);
    }

    [Fact]
    public void LeavesTheModelAsItIsWhenAllIsThere()
    {
        var solution = Services.Client("Crm", "Sales");

        Assert.Equal(BeJson.Write(solution), BeJson.Write(solution.Client("crm", "sales")));
    }

    [Fact]
    public void MayGoBothWays()
    {
        var solution = Services.Client("Crm").Client("Sales");

        Assert.Equal(["Sales", "Crm"], solution.Modules.SelectMany(module => module.Clients).Select(client => client.To.Pascal));
        Assert.Equal(BeJson.Write(solution), BeJson.Write(BeJson.Parse(BeJson.Write(solution))));
    }

    [Fact]
    public void WantsAServiceWhereSeveralCouldCall()
    {
        var error = Assert.Throws<UserError>(() => Services.Module("Archive").Client("Crm"));

        Assert.Equal(
            ("There are 2 services that could call Crm: Sales, Archive.", "Name one of them: --module Sales", 2),
            (error.Problem, error.Remedy, error.ExitCode)
        );
    }

    [Fact]
    public void WantsAServiceThatCalls()
    {
        var one = Models.Services.Entity("Customer", "name:text", module: "Crm");

        var error = Assert.Throws<UserError>(() => one.Client("Crm"));

        Assert.Equal(
            ("There is no other service that could call it.", "Make one first: be scaffold module Sales"),
            (error.Problem, error.Remedy)
        );
    }
}
