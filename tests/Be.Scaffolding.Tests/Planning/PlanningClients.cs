using Be.Scaffolding.Model;
using Be.Scaffolding.Rendering;

namespace Be.Scaffolding.Tests.Planning;

public sealed class PlanningClients
{
    private static readonly Solution Services = Models
        .Services.Entity("Customer", "name:text", module: "Crm")
        .Entity("Order", "number:int", module: "Sales");

    [Fact]
    public void LeavesNothingInASolutionWithoutClients() =>
        Assert.DoesNotContain(
            new SolutionRenderer().Files(Services),
            file => file.Path.Contains("Clients", StringComparison.Ordinal) || file.Render().Contains("Polly", StringComparison.Ordinal)
        );

    [Fact]
    public void RefusesToTakeAClientAway()
    {
        using var solution = new SmallSolution();
        solution.Apply(Services.Client("Crm"));

        var error = Assert.Throws<UserError>(() => solution.Plan(Services));

        Assert.Equal("be.json: module Sales: the client of Crm was removed.", error.Problem);
    }
}
