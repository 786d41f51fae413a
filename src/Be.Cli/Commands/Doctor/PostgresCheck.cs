using Be.Postgres;
using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary>Whether there is a PostgreSQL to develop on.</summary>
internal static class PostgresCheck
{
    private const string Check = "PostgreSQL";

    public static async Task<Finding> RunAsync(CurrentSolution? solution, CancellationToken cancellation)
    {
        try
        {
            if (solution is null || !(DatabaseEnvironment.NamesOne || LocalCluster.Running(solution.Root) is not null))
                return Finding.Ok(Check, await ServerSource.FindAsync(cancellation));
            var database = DatabaseLocator.Find(solution.Root, connection: null);
            await database.StatusAsync(Path.Combine(solution.Root, MigrationFolder.Name), cancellation);
            return Finding.Ok(Check, database.Description);
        }
        catch (UserError error)
        {
            return Finding.Fail(Check, error.Problem, error.Remedy);
        }
    }
}
