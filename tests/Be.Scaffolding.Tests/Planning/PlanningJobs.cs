using Be.Scaffolding.Model;
using Be.Scaffolding.Planning;
using Be.Scaffolding.Rendering;
using Be.Scaffolding.Rendering.Migrations;

namespace Be.Scaffolding.Tests.Planning;

public sealed class PlanningJobs
{
    private static readonly Solution Two = Models.Shop.Module("Sales").Module("Crm");

    private static readonly Solution Services = Models.AsServices(Two);

    [Fact]
    public void MakesTheTablesWithTheFirstJobOfADatabase()
    {
        var first = Two.Job("SendReminder", module: "Sales");

        Assert.Equal(["migrations"], Folders(Two, first));
        Assert.Empty(Folders(first, first.Job("CountAgain", module: "Crm")));
    }

    [Fact]
    public void MakesThemInEachServiceThatHasJobs()
    {
        var first = Services.Job("SendReminder", module: "Sales");

        Assert.Equal(["services/Sales/migrations"], Folders(Services, first));
        Assert.Equal(["services/Crm/migrations"], Folders(first, first.Job("CountAgain", module: "Crm")));
    }

    [Fact]
    public void LeavesNothingInASolutionWithoutJobs() =>
        Assert.DoesNotContain(
            new SolutionRenderer().Files(Two),
            file => file.Path.Contains("Job", StringComparison.Ordinal) || file.Render().Contains("Quartz", StringComparison.Ordinal)
        );

    [Fact]
    public void RefusesToTakeAJobAway()
    {
        using var solution = new SmallSolution();
        solution.Apply(Two.Job("SendReminder", module: "Sales"));

        var error = Assert.Throws<UserError>(() => solution.Plan(Two));

        Assert.Equal("be.json: module Sales: the job SendReminder was removed or renamed.", error.Problem);
    }

    [Fact]
    public void TakesAnotherSchedule()
    {
        using var solution = new SmallSolution();
        solution.Apply(Two.Job("CloseOrders", "0 3 * * *", module: "Sales"));

        var changes = solution.Plan(Two.Job("CloseOrders", "0 4 * * *", exclusive: true, module: "Sales"));

        Assert.Contains("update be.json", SmallSolution.Lines(changes));
    }

    private static IEnumerable<string> Folders(Solution before, Solution after) =>
        new MigrationPlanner()
            .Plan(before, after)
            .Where(migration => migration.Name == "create_jobs")
            .Select(migration => migration.Folder);
}
