using System.Text.Json;
using Be.Postgres.Tests;

namespace Be.EndToEnd.Tests;

public sealed class BesideDbmate(Machine machine)
{
    [Fact]
    public async Task AGeneratedSolutionGoesUpAndDown()
    {
        var dbmate = await Dbmate.InstalledAsync();
        var solution = await Row.Named("Shop").CreateAsync(machine, "beside-dbmate");
        var folder = solution.File("migrations");
        await using var ours = await machine.NewDatabaseAsync();
        await using var theirs = await machine.NewDatabaseAsync();
        await solution.On(ours).BeAsync("db", "migrate");

        await dbmate.RunAsync(theirs.ConnectionString, folder, "up");
        var applied = await StatusAsync(solution.On(theirs));
        Assert.NotEmpty(applied);
        Assert.All(applied, isApplied => Assert.True(isApplied));
        Assert.Equal(await ours.CatalogueAsync(), await theirs.CatalogueAsync());

        foreach (var _ in applied)
            await dbmate.RunAsync(theirs.ConnectionString, folder, "rollback");
        Assert.All(await StatusAsync(solution.On(theirs)), isApplied => Assert.False(isApplied));
        Assert.Empty(await theirs.CatalogueAsync());
        machine.Discard("beside-dbmate");
    }

    private static async Task<bool[]> StatusAsync(Solution solution)
    {
        using var status = JsonDocument.Parse(await solution.BeAsync("db", "status", "--output", "json"));
        return [.. status.RootElement.EnumerateArray().Select(migration => migration.GetProperty("applied").GetBoolean())];
    }
}
