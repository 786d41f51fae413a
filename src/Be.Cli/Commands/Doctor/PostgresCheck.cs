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
            var databases = ServiceDatabase
                .Of(solution.Model)
                .Select(one => (one, DatabaseLocator.Find(solution.Root, null, one.LocalName)))
                .ToList();
            foreach (var (one, database) in databases)
                await database.StatusAsync(one.Folder(solution), cancellation);
            return Finding.Ok(Check, string.Join(", ", databases.Select(pair => pair.Item2.Description)));
        }
        catch (UserError error)
        {
            return Finding.Fail(Check, error.Problem, error.Remedy);
        }
    }
}
