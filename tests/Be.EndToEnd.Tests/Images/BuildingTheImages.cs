using System.Globalization;

namespace Be.EndToEnd.Tests;

/// <summary>The Dockerfile of each layout: the image is really built, and really started.</summary>
public sealed class BuildingTheImages(Machine machine)
{
    [Theory]
    [InlineData("Shop")]
    [InlineData("Hexagon")]
    [InlineData("Services")]
    public async Task GivesAServerThatMigratesAndAnswersFromAReadOnlyRoot(string name)
    {
        var row = Row.Named(name);
        var solution = await row.CreateAsync(machine, "image of " + name);
        var host = solution.Hosts[0];
        string[] arguments = host.Service is null ? [] : ["--build-arg", $"PROJECT={host.Folder}"];
        await using var database = await machine.NewDatabaseAsync();
        var connection = new Variable("ConnectionStrings__Default", database.ConnectionString);

        await using (var image = await Image.BuildAsync(solution.Shell, "be-" + name.ToLowerInvariant(), arguments))
        {
            Assert.True(int.TryParse(image.User, CultureInfo.InvariantCulture, out var user) && user > 0, image.User);
            Assert.DoesNotContain(image.Environment, variable => variable.Contains("password", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(".cs\n", await image.ExecuteAsync("find", "/app", "-name", "*.cs"), StringComparison.Ordinal);

            Assert.Contains("migrated ", await image.RunAsync([connection], "migrate"), StringComparison.Ordinal);
            await using var running = await image.StartAsync([connection, .. Administrator.Settings, Administrator.Certificate]);
            var direct = new Caller(row, solution, _ => running);
            await direct.CallHostAsync(running);
            if (host.Service is null)
                await direct.CallAsync();
            var port = running.Client.BaseAddress!.Port.ToString(CultureInfo.InvariantCulture);
            (await image.ProbeAsync(connection, new("ASPNETCORE_HTTP_PORTS", port))).Exits(0);
            (await image.ProbeAsync(connection, new("ASPNETCORE_HTTP_PORTS", "1"))).Exits(1);
        }

        machine.Discard("image of " + name);
    }
}
