namespace Be.EndToEnd.Tests;

/// <summary>A solution that is deployed: what <c>dotnet publish</c> makes is all there is.</summary>
public sealed class PublishingASolution(Machine machine)
{
    [Fact]
    public async Task MigratesAndAnswersWithoutItsSource()
    {
        var row = Row.Named("Shop");
        var solution = await row.CreateAsync(machine, "published");
        await using var database = await machine.NewDatabaseAsync();
        var api = await solution.On(database).PublishAsync(Assert.Single(solution.Hosts), solution.Root + " published");
        solution = solution.MoveTo(solution.Root + " moved away");

        await api.MigrateAsync();
        await using (var running = await api.StartAsync("Production"))
            await new Caller(row, solution, _ => running).CallAsync();

        machine.Discard("published");
    }
}
