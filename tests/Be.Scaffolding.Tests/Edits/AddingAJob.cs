using Be.Scaffolding.Edits;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Edits;

public sealed class AddingAJob
{
    private static readonly Solution Sales = Models.Shop.Module("Sales");

    [Fact]
    public void MakesAModuleNamedAfterTheSolutionWhenThereIsNone() =>
        Assert.Equal("Shop", Models.Shop.Job("SendReminder").Modules.Single().Name.Pascal);

    [Fact]
    public void ChangesWhatIsGivenAndLeavesTheRest()
    {
        var nightly = Sales.Job("CloseStaleOrders", "0 3 * * *", exclusive: true);

        Assert.Equal(
            new Job(Name.Parse("CloseStaleOrders"), "0 4 * * *", true),
            nightly.Job("CloseStaleOrders", "0 4 * * *").Modules[0].Jobs.Single()
        );
        Assert.Equal(
            new Job(Name.Parse("CloseStaleOrders"), "0 3 * * *", false),
            nightly.Job("CloseStaleOrders", exclusive: false).Modules[0].Jobs.Single()
        );
    }

    [Fact]
    public void LeavesTheModelAsItIsWhenAllIsThere()
    {
        var nightly = Sales.Job("CloseStaleOrders", "0 3 * * *", exclusive: true);

        Assert.Equal(BeJson.Write(nightly), BeJson.Write(nightly.Job("close_stale_orders", " 0  3 * * *")));
    }

    [Fact]
    public void FindsTheModuleThatHasTheJob() =>
        Assert.Equal(
            "0 4 * * *",
            Sales.Job("CloseStaleOrders", "0 3 * * *").Module("Crm").Job("CloseStaleOrders", "0 4 * * *").Modules[0].Jobs.Single().Cron
        );

    [Fact]
    public void WantsAModuleWhereThereAreSeveral()
    {
        var error = Assert.Throws<UserError>(() => Sales.Module("Crm").Job("SendReminder"));

        Assert.Equal(
            ("There are 2 modules: Sales, Crm.", "Name the one that SendReminder belongs to: --module Sales", 2),
            (error.Problem, error.Remedy, error.ExitCode)
        );
    }
}
