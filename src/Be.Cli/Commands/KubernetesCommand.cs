using System.CommandLine;
using Be.Cli.CommandLine;

namespace Be.Cli.Commands;

/// <summary><c>be kubernetes</c>: the manifests, for a solution that was made without them.</summary>
internal static class KubernetesCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "kubernetes",
            "Add the Kubernetes manifests to a solution that was made without them",
            new("be kubernetes", "as if it had been made with --kubernetes"),
            new("be kubernetes --dry-run --diff", "shows what would change")
        );
        WriteOptions.AddTo(command);
        command.SetAction(
            (arguments, cancellation) =>
                new OptionSwitch("kubernetes", o => o.Kubernetes, o => o with { Kubernetes = true }).TurnOnAsync(
                    arguments,
                    cancellation,
                    "kubectl kustomize deploy/overlays/staging"
                )
        );
        return command;
    }
}
