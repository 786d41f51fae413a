using Acme.Testing.Postgres;
using Be.Scaffolding;

namespace Be.Postgres;

/// <summary>Where <c>be db start</c> would take a server from.</summary>
public static class ServerSource
{
    /// <summary>Local server programs, else Docker.</summary>
    /// <exception cref="UserError">There is neither; the remedy is this system's install command.</exception>
    public static async Task<string> FindAsync(CancellationToken cancellationToken = default)
    {
        if (await PostgresPrograms.FindAsync(cancellationToken) is { } programs)
            return $"server programs in {programs.Folder}";
        if (await DockerEngine.FindAsync(cancellationToken) is not null)
            return $"{DockerEngine.Image} in Docker";
        var nothing = PostgresUnavailableException.NothingInstalled();
        throw new UserError(nothing.Problem, nothing.Remedy);
    }
}
