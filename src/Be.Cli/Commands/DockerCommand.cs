using System.CommandLine;
using Be.Cli.CommandLine;

namespace Be.Cli.Commands;

/// <summary><c>be docker</c>: the Docker files, for a solution that was made without them.</summary>
internal static class DockerCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "docker",
            "Add the Dockerfile and compose files to a solution that was made without them",
            new("be docker", "as if it had been made with --docker"),
            new("be docker --dry-run --diff", "shows what would change")
        );
        WriteOptions.AddTo(command);
        command.SetAction(
            (arguments, cancellation) =>
                new OptionSwitch("docker", o => o.Docker, o => o with { Docker = true }).TurnOnAsync(
                    arguments,
                    cancellation,
                    "docker compose up --build"
                )
        );
        return command;
    }
}
