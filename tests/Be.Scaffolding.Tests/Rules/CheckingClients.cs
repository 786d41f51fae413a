using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Rules;

public sealed class CheckingClients
{
    private static readonly Solution Monolith = Models
        .Shop.Entity("Customer", "name:text", module: "Crm")
        .Entity("Order", "number:int", module: "Sales")
        .Module("Archive");

    private static readonly Solution Services = Models.AsServices(Monolith);

    [Theory]
    [InlineData(Layout.Monolith)]
    [InlineData(Layout.Hexagonal)]
    public void RefusesOneWithinAProgram(Layout layout) =>
        AssertRefused(
            () => (Monolith with { Layout = layout }).Client("Crm", "Sales"),
            "Client of Crm: modules of one program call each other in process, not over HTTP.",
            "Leave it out: a reference to the other module's entity brings the interface to call."
        );

    [Fact]
    public void RefusesAServiceThatIsNotThere() =>
        AssertRefused(
            () => Services.Client("Catalog", "Sales"),
            "Client of Catalog: there is no service Catalog.",
            "Make it first: be scaffold module Catalog"
        );

    [Fact]
    public void RefusesAServiceThatCallsItself() =>
        AssertRefused(() => Services.Client("Sales", "Sales"), "Client of Sales: Sales would call itself.", "Name another service.");

    [Fact]
    public void RefusesAServiceWithoutAnApi() =>
        AssertRefused(
            () => Services.Client("Archive", "Sales"),
            "Client of Archive: Archive has no API to call.",
            "Make one first: be scaffold api --entity Product --module Archive"
        );

    [Fact]
    public void RefusesTwoOfOneService()
    {
        var text = BeJson.Write(Services.Client("Crm", "Sales"));

        var error = Assert.Throws<UserError>(() =>
            BeJson.Parse(text.Replace("""{ "to": "Crm" }""", """{ "to": "Crm" }, { "to": "crm" }""", StringComparison.Ordinal))
        );

        Assert.Equal("be.json: modules[1].clients[1]: Sales has a client of Crm already.", error.Problem);
    }

    private static void AssertRefused(Func<Solution> edit, string problem, string remedy)
    {
        var error = Assert.Throws<UserError>(edit);

        Assert.Equal((problem, remedy, 2), (error.Problem, error.Remedy, error.ExitCode));
    }
}
