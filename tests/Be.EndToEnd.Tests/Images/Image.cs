using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Be.EndToEnd.Tests;

/// <summary>An image that was built from a solution's Dockerfile, and a container of it. Disposing removes both.</summary>
/// <remarks>
/// buildah, because it needs neither a daemon nor a registry. Its chroot isolation shares the machine's network, so that the machine's
/// PostgreSQL is on 127.0.0.1.
/// </remarks>
internal sealed class Image : IAsyncDisposable
{
    private const string ReadOnly = """
        set -e
        root=$1 user=$2
        shift 2
        mount --bind "$root" "$root"
        mount -o remount,bind,ro "$root"
        mount -t tmpfs tmpfs "$root/tmp"
        mount --rbind /dev "$root/dev"
        mount --rbind /proc "$root/proc"
        if touch "$root/app/written" 2>/dev/null; then echo "the root can be written to" >&2; exit 1; fi
        exec chroot --userspec="$user:$user" "$root" "$@"
        """;

    private readonly Shell shell;
    private readonly string name;
    private readonly string container;
    private readonly JsonElement settings;

    private Image(Shell shell, string name, string container, JsonElement settings)
    {
        this.shell = shell;
        this.name = name;
        this.container = container;
        this.settings = settings;
    }

    /// <summary>Who the container's process is.</summary>
    public string User => Setting().GetString()!;

    /// <summary>What every process of the container has in its environment.</summary>
    public IEnumerable<string> Environment => Texts(Setting("Env"));

    private string[] Entrypoint => [.. Texts(Setting())];

    // CMD, then the command.
    private string[] HealthCheck => [.. Texts(Setting("Healthcheck").GetProperty("Test")).Skip(1)];

    /// <summary>Builds the Dockerfile in the folder.</summary>
    public static async Task<Image> BuildAsync(Shell shell, string name, params string[] arguments)
    {
        await shell.RunAsync(Path.Combine(Repository.Root, "tests", "Be.EndToEnd.Tests", "Images", "base-images"));
        await shell.RunAsync("buildah", ["bud", "--isolation", "chroot", "--format", "docker", "--tag", name, .. arguments, "."]);
        var container = (await shell.RunAsync("buildah", "from", name)).Trim();
        using var inspected = JsonDocument.Parse(await shell.RunAsync("buildah", "inspect", container));
        return new Image(shell, name, container, inspected.RootElement.GetProperty("Docker").GetProperty("config").Clone());
    }

    /// <summary>Runs the image's program with arguments, to its end.</summary>
    public Task<string> RunAsync(Variable[] environment, params string[] arguments) =>
        shell.RunAsync("buildah", Run(environment, [.. Entrypoint, .. arguments]));

    /// <summary>
    /// Starts it as a server, with a root file system that is read-only and a /tmp: by hand, since buildah itself writes to the root of what it runs.
    /// </summary>
    public async Task<RunningApi> StartAsync(params Variable[] environment)
    {
        var root = (await shell.RunAsync("buildah", "mount", container)).Trim();
        string[] variables = [.. Environment, .. environment.Select(variable => $"{variable.Name}={variable.Value}")];
        string[] server = ["env", "--ignore-environment", "--chdir=/app", .. variables, .. Entrypoint, "--urls", "http://127.0.0.1:0"];
        return await RunningApi.StartAsync(shell, "unshare", ["--mount", "sh", "-c", ReadOnly, "sh", root, User, .. server]);
    }

    /// <summary>Runs what the image says tells a healthy server.</summary>
    public Task<Outcome> ProbeAsync(params Variable[] environment) => shell.TryAsync("buildah", Run(environment, HealthCheck));

    /// <summary>Runs another program of the container.</summary>
    public Task<string> ExecuteAsync(params string[] command) => shell.RunAsync("buildah", Run([], command));

    public async ValueTask DisposeAsync()
    {
        await shell.RunAsync("buildah", "rm", container);
        await shell.RunAsync("buildah", "rmi", name);
    }

    private string[] Run(Variable[] environment, string[] command) =>
        [
            "run",
            "--isolation",
            "chroot",
            .. environment.SelectMany(variable => new[] { "--env", $"{variable.Name}={variable.Value}" }),
            container,
            "--",
            .. command,
        ];

    private JsonElement Setting([CallerMemberName] string name = "") => settings.GetProperty(name);

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(text => text.GetString()!);
}

/// <summary>A variable of a container's environment.</summary>
internal readonly record struct Variable(string Name, string Value);
