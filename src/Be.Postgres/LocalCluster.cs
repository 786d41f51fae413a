using Acme.Testing.Postgres;
using Be.Scaffolding;

namespace Be.Postgres;

/// <summary>A developer's own PostgreSQL for one solution. Its data stays when it is stopped.</summary>
public static class LocalCluster
{
    /// <summary>Starts the solution's server, where it does not run, and creates the solution's databases in it.</summary>
    /// <param name="root">The solution's root.</param>
    /// <param name="databases">Their names.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="UserError">There is no PostgreSQL and no Docker, or the server does not start.</exception>
    public static Task<LocalClusterState> StartAsync(
        string root,
        IReadOnlyList<string> databases,
        CancellationToken cancellationToken = default
    ) =>
        InTurnAsync(
            root,
            async () =>
            {
                var known = LocalClusterState.Read(root);
                if (known is null || !await AnswersAsync(root, known, cancellationToken))
                {
                    known = await LaunchAsync(root, databases.FirstOrDefault("postgres"), known, cancellationToken);
                    known.Write(root);
                }

                foreach (var database in databases)
                    await new Database(known.ConnectionTo(database)).CreateIfMissingAsync(cancellationToken);
                return known;
            },
            cancellationToken
        );

    /// <summary>Stops the solution's server, and no other.</summary>
    /// <returns>Whether it ran.</returns>
    /// <exception cref="UserError">The server does not stop.</exception>
    public static Task<bool> StopAsync(string root, CancellationToken cancellationToken = default) =>
        InTurnAsync(
            root,
            async () =>
            {
                if (Running(root) is not { } running)
                    return false;
                await HaltAsync(root, running, cancellationToken);
                (running with { Started = false, Pid = null }).Write(root);
                return true;
            },
            cancellationToken
        );

    /// <summary>The solution's server; null when it does not run, as far as can be told without asking it.</summary>
    public static LocalClusterState? Running(string root) =>
        LocalClusterState.Read(root) is { Started: true } state
        && IsOf(root, state)
        && (state.Container is not null || Postmaster.Of(state.DataFolder) is not null)
            ? state
            : null;

    /// <summary>A solution that was copied has the state of the original's server, which is not its own.</summary>
    private static bool IsOf(string root, LocalClusterState state) =>
        state.DataFolder == (state.Container is null ? LocalPrograms.DataFolder(root) : LocalContainer.Name(root));

    private static async Task<bool> AnswersAsync(string root, LocalClusterState state, CancellationToken cancellationToken) =>
        state.Started
        && IsOf(root, state)
        && await ServerProbe.AnswersAsync(new(state.ConnectionString) { Database = "postgres" }, cancellationToken);

    private static async Task<LocalClusterState> LaunchAsync(
        string root,
        string database,
        LocalClusterState? known,
        CancellationToken cancellationToken
    )
    {
        if (known?.Container is null && await PostgresPrograms.FindAsync(cancellationToken) is { } programs)
            return await LocalPrograms.StartAsync(programs, root, database, known, cancellationToken);
        return await DockerEngine.FindAsync(cancellationToken) is { } engine
            ? await LocalContainer.StartAsync(engine, root, database, known, cancellationToken)
            : throw PostgresUnavailableException.NothingInstalled();
    }

    private static async Task HaltAsync(string root, LocalClusterState running, CancellationToken cancellationToken)
    {
        if (running.Container is null && await PostgresPrograms.FindAsync(cancellationToken) is { } programs)
            await LocalPrograms.StopAsync(programs, root, cancellationToken);
        else if (running.Container is not null && await DockerEngine.FindAsync(cancellationToken) is { } engine)
            await LocalContainer.StopAsync(engine, root, cancellationToken);
        else
            throw PostgresUnavailableException.NothingInstalled();
    }

    /// <summary>One command at a time starts or stops the server of a solution.</summary>
    private static async Task<T> InTurnAsync<T>(string root, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var turn = await LocalFolder.TakeTurnAsync(root, cancellationToken);
            return await work();
        }
        catch (PostgresUnavailableException unavailable)
        {
            throw new UserError(unavailable.Problem, unavailable.Remedy);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                $"{LocalFolder.Name} cannot be used: {refused.Message}",
                "Make the folder writable, or move what is in the way."
            );
        }
    }
}
