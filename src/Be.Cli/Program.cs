using System.CommandLine;
using Be.Cli.CommandLine;
using Be.Cli.Commands;

namespace Be.Cli;

internal static class Program
{
    private static Task<int> Main(string[] arguments) => Invocation.RunAsync(Commands(), arguments);

    /// <summary>Every command, in the order in which help lists them.</summary>
    internal static RootCommand Commands() =>
        Help.WithExamples(
            new RootCommand("Turns backend engineering practice into running .NET code on PostgreSQL.")
            {
                NewCommand.Create(),
                new Command("scaffold", "Add to the solution: a module, a whole API, an event, a consumer, a client, a job")
                {
                    ScaffoldModuleCommand.Create(),
                    ScaffoldApiCommand.Create(),
                    ScaffoldEventCommand.Create(),
                    ScaffoldConsumerCommand.Create(),
                    ScaffoldClientCommand.Create(),
                    ScaffoldJobCommand.Create(),
                },
                ApplyCommand.Create(),
                new Command("migration", "Write and check migration files")
                {
                    MigrationAddCommand.Create(),
                    MigrationContractCommand.Create(),
                    MigrationLintCommand.Create(),
                },
                new Command("db", "Run the development database and its migrations; review any database")
                {
                    DbStartCommand.Create(),
                    DbStopCommand.Create(),
                    DbMigrateCommand.Create(),
                    DbRollbackCommand.Create(),
                    DbStatusCommand.Create(),
                    DbReviewCommand.Create(),
                    DbSeedCommand.Create(),
                },
                DockerCommand.Create(),
                KubernetesCommand.Create(),
                DoctorCommand.Create(),
                CompletionCommand.Create(),
            }
        );
}
