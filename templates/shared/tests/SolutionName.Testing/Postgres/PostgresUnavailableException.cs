namespace Acme.Testing.Postgres;

/// <summary>There is no PostgreSQL to use, or it does not start.</summary>
/// <param name="problem">One line: what is wrong.</param>
/// <param name="remedy">One line: what to do about it.</param>
public sealed class PostgresUnavailableException(string problem, string remedy) : Exception($"{problem} {remedy}")
{
    /// <summary>What is wrong, in one line.</summary>
    public string Problem { get; } = problem;

    /// <summary>What to do about it, in one line.</summary>
    public string Remedy { get; } = remedy;

    internal static PostgresUnavailableException NothingInstalled() =>
        new("There is no PostgreSQL: no connection string, no local server programs, no Docker engine that answers.", InstallAdvice());

    private static string InstallAdvice()
    {
        if (OperatingSystem.IsWindows())
            return "Install it with 'winget install PostgreSQL.PostgreSQL.17', or start Docker.";
        if (OperatingSystem.IsMacOS())
            return "Install it with 'brew install postgresql@17', or start Docker.";
        if (File.Exists("/etc/debian_version"))
            return "Install it with 'sudo apt-get install postgresql', or start Docker, or set ConnectionStrings__Default.";
        if (File.Exists("/etc/redhat-release"))
            return "Install it with 'sudo dnf install postgresql-server', or start Docker, or set ConnectionStrings__Default.";
        return "Install your system's PostgreSQL server package (14 or newer), or start Docker, or set ConnectionStrings__Default.";
    }
}
