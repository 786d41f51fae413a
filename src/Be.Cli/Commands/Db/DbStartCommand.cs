using System.CommandLine;
using System.Text.Json;
using Be.Cli.CommandLine;
using Be.Cli.Output;
using Be.Postgres;
using Be.Scaffolding.Model;

namespace Be.Cli.Commands;

/// <summary><c>be db start</c>: a PostgreSQL of its own for the solution, unless the environment names a database.</summary>
internal static class DbStartCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "start",
            "Start the solution's development database, from local PostgreSQL programs or Docker",
            new("be db start", "its data stays when it is stopped"),
            new("be db start --output json", "with the connection string, for a script")
        )
        {
            OutputOption.Instance,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var solution = CurrentSolution.Find();
        var databases = ServiceDatabase.Of(solution.Model);
        var local = !DatabaseEnvironment.NamesOne;
        if (local)
            await LocalCluster.StartAsync(solution.Root, [.. databases.Select(database => database.LocalName)], cancellation);
        var found = databases
            .Select(database => (database.Service, DatabaseLocator.Find(solution.Root, connection: null, database.LocalName)))
            .ToList();
        if (local)
        {
            foreach (var (service, (_, database)) in databases.Zip(found))
                service.Secrets(solution)?.SetConnection(database.ConnectionString);
        }
        if (solution.Model.AccountsService is not null)
            ShareCertificate([.. databases.Select(database => database.Secrets(solution)).OfType<UserSecrets>()]);
        if (OutputOption.IsJson(arguments))
            PrintJson(found);
        else
            Print(found);
        return ExitCode.Done;
    }

    /// <summary>Services that run on this machine have one certificate for the keys of tokens; those that come later get the one that is there.</summary>
    private static void ShareCertificate(IReadOnlyList<UserSecrets> services)
    {
        var known = services.Select(service => service.KeyRingCertificate).OfType<string>().FirstOrDefault();
        var certificate = known ?? KeyRingCertificate.New();
        foreach (var service in services.Where(service => service.KeyRingCertificate != certificate))
            service.SetKeyRingCertificate(certificate);
    }

    private static void Print(List<(Name? Service, Database Database)> databases)
    {
        foreach (var (_, database) in databases)
            Console.WriteLine($"ready   {database.Description}");
        NextSteps.Print(databases.Count == 0 ? "be scaffold module Sales" : "be db migrate");
    }

    /// <summary>An object with the connection string; for services an array of them.</summary>
    private static void PrintJson(List<(Name? Service, Database Database)> databases) =>
        Json.Print(json =>
        {
            if (databases is [(null, var only)])
            {
                Write(json, null, only);
                return;
            }
            json.WriteStartArray();
            foreach (var (service, database) in databases)
                Write(json, service, database);
            json.WriteEndArray();
        });

    private static void Write(Utf8JsonWriter json, Name? service, Database database)
    {
        json.WriteStartObject();
        if (service is not null)
            json.WriteString("service", service.Pascal);
        json.WriteString("connectionString", database.ConnectionString);
        json.WriteEndObject();
    }
}
