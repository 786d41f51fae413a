using System.Diagnostics;
using System.Globalization;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Acme.Testing.Postgres;

namespace Acme.Testing.RabbitMq;

/// <summary>A RabbitMQ from the programs of this machine, with data, a port and a port mapper (epmd) of its own.</summary>
/// <param name="program">The path of rabbitmq-server.</param>
internal sealed class LocalRabbitMq(string program)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    /// <summary>Where programs are that let any account start a server: those that Debian has on the PATH do not.</summary>
    private static readonly string[] Folders =
    [
        "/usr/lib/rabbitmq/bin", // Debian, Ubuntu
        "/opt/homebrew/sbin", // Homebrew on Apple silicon
        "/usr/local/sbin", // Homebrew on Intel
    ];

    /// <summary>Runs the server, and ends it and its port mapper once the other end of the input is closed: by the death of this process.</summary>
    private const string Script =
        """
        trap '' HUP INT TERM
        "$1" >"$0/output" 2>&1 </dev/null &
        read -r _
        kill -9 "$(cat "$0/pid")" "$!"
        wait
        for attempt in 1 2 3 4 5; do epmd -kill && break; sleep 0.2; done
        rm -rf "$0"
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("throwaway-rabbitmq-").FullName;
    private readonly int port = LocalAddress.FreePort();

    /// <summary>Where it answers.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{port}/");

    /// <summary>The path of rabbitmq-server; null where it is not installed.</summary>
    public static string? FindProgram() =>
        Array.Find([.. Folders.Select(folder => Path.Combine(folder, "rabbitmq-server"))], File.Exists);

    /// <summary>Starts it, with the data that it had when it was killed.</summary>
    /// <returns>What ends it when its input is closed.</returns>
    public async Task<Process> StartAsync()
    {
        var process = Command().Start();
        await AnswersAsync(Address, process, () => File.ReadAllText(Path.Combine(folder, "output")));
        return process;
    }

    /// <summary>Ends the server without a warning (SIGKILL); its data stay.</summary>
    public void Kill()
    {
        using var server = Process.GetProcessById(int.Parse(File.ReadAllText(Path.Combine(folder, "pid")), CultureInfo.InvariantCulture));
        server.Kill();
        server.WaitForExit();
    }

    /// <summary>Waits for a server to answer.</summary>
    /// <param name="address">Where.</param>
    /// <param name="server">The process that it ends with.</param>
    /// <param name="output">What it has printed.</param>
    /// <exception cref="InvalidOperationException">It has ended, or takes too long.</exception>
    public static async Task AnswersAsync(string address, Process server, Func<string> output)
    {
        var factory = new ConnectionFactory { Uri = new Uri(address) };
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(100))
        {
            try
            {
                await using var connection = await factory.CreateConnectionAsync();
                return;
            }
            catch (BrokerUnreachableException exception)
            {
                if (server.HasExited || Stopwatch.GetElapsedTime(started) > StartLimit)
                    throw new InvalidOperationException($"RabbitMQ does not start: {output()}", exception);
            }
        }
    }

    private Command Command() =>
        new("sh", "-c", Script, folder, program)
        {
            Environment =
            {
                ["HOME"] = folder,
                ["RABBITMQ_NODENAME"] = string.Create(CultureInfo.InvariantCulture, $"throwaway{port}@localhost"),
                ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
                ["RABBITMQ_NODE_PORT"] = port.ToString(CultureInfo.InvariantCulture),
                ["RABBITMQ_DIST_PORT"] = LocalAddress.FreePort().ToString(CultureInfo.InvariantCulture),
                ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
                ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
                ["ERL_EPMD_PORT"] = LocalAddress.FreePort().ToString(CultureInfo.InvariantCulture),
                ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
                ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
                ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
                ["RABBITMQ_LOGS"] = "-",
                ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq"),
                ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "none"),
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "plugins"),
                ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(folder, "config"),
            },
        };
}
