using System.Globalization;

namespace Acme.Testing.Postgres;

/// <summary>Docker's command line, where an engine answers it.</summary>
internal sealed class DockerEngine
{
    public const string Image = "postgres:17";

    private readonly string program;

    private DockerEngine(string program) => this.program = program;

    /// <summary>The engine; null when there is none, or none that answers.</summary>
    public static async Task<DockerEngine?> FindAsync(CancellationToken cancellationToken, string program = "docker") =>
        await new Command(program, "version", "--format", "{{.Server.Version}}").ReadAsync(cancellationToken) is { Length: > 0 }
            ? new DockerEngine(program)
            : null;

    public Command Command(params IEnumerable<string> arguments) => new(program, arguments);

    /// <summary>
    /// A command that runs a container of PostgreSQL. The password goes by the environment: arguments are seen by every user.
    /// </summary>
    /// <param name="port">The port of 127.0.0.1 that it answers on.</param>
    /// <param name="password">The password of its superuser, postgres.</param>
    /// <param name="options">Further options of <c>docker run</c>.</param>
    /// <param name="server">The image's command; empty for the image's own.</param>
    public Command Run(int port, string password, IEnumerable<string> options, params IEnumerable<string> server) =>
        new(program,
        [
            "run", "--rm", "-e", "POSTGRES_PASSWORD", "-e", "POSTGRES_INITDB_ARGS=--encoding=UTF8 --locale=C",
            "-p", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}:5432"), .. options, Image, .. server,
        ])
        { Environment = { ["POSTGRES_PASSWORD"] = password } };
}
