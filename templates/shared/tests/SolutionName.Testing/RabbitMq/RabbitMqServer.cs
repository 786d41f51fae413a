using System.Diagnostics;
using System.Globalization;
using Acme.Testing.Postgres;

namespace Acme.Testing.RabbitMq;

/// <summary>A real RabbitMQ for tests: the one that the environment names, else a throwaway one that ends with this process.</summary>
public static class RabbitMqServer
{
    private const string Image = "rabbitmq:4";

    /// <summary>A container ends with its first process: once Docker closes its input.</summary>
    private const string UntilInputCloses = "docker-entrypoint.sh rabbitmq-server </dev/null & read -r _";

    private static readonly Lazy<Task<string>> OfThisProcess = new(StartAsync);

    /// <summary>Held until the end: its input closes with it.</summary>
    private static Process? server;

    /// <summary>
    /// Where the server is, as an AMQP address: <c>ConnectionStrings__RabbitMq</c>, else local programs, else Docker.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is none; the message says what to install.</exception>
    public static Task<string> AddressAsync() => OfThisProcess.Value;

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__RabbitMq") is { Length: > 0 } named)
            return named;

        if (LocalRabbitMq.FindProgram() is { } program)
        {
            var local = new LocalRabbitMq(program);
            server = await local.StartAsync();
            return local.Address;
        }

        if (await DockerEngine.FindAsync(CancellationToken.None) is { } engine)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{LocalAddress.FreePort()}");
            var address = $"amqp://guest:guest@{place}/";
            server = engine.Command("run", "--rm", "-i", "-p", $"{place}:5672", Image, "sh", "-c", UntilInputCloses).Start();
            await LocalRabbitMq.AnswersAsync(address, server, () => $"docker run {Image}");
            return address;
        }

        throw new InvalidOperationException(
            "There is no RabbitMQ: no ConnectionStrings__RabbitMq, no local server programs, no Docker engine that answers. "
            + "Install it (Debian: sudo apt-get install rabbitmq-server; macOS: brew install rabbitmq), or start Docker.");
    }
}
