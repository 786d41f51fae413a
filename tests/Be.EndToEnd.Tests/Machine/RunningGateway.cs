using System.Diagnostics;
using System.Net.Sockets;
using Be.Scaffolding.Model;

namespace Be.EndToEnd.Tests;

/// <summary>The machine's nginx with a solution's own configuration, in front of its services. Disposing ends it.</summary>
internal sealed class RunningGateway : IServer, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("be-gateway-");
    private Process? nginx;

    public HttpClient Client { get; private set; } = new();

    public string Output => File.Exists(Log) ? File.ReadAllText(Log) : "";

    private string Log => Path.Combine(folder.FullName, "error.log");

    public static async Task<RunningGateway> StartAsync(Shell shell, Solution solution, IReadOnlyDictionary<string, RunningApi> services)
    {
        var gateway = new RunningGateway();
        try
        {
            var port = FreePort();
            var main = gateway.Configure(solution, services, port);
            gateway.nginx = Process.Start(shell.StartOf("nginx", "-c", main))!;
            gateway.Client.BaseAddress = new Uri($"http://127.0.0.1:{port}");
            await gateway.WaitAsync();
            return gateway;
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (nginx is { HasExited: false })
            nginx.Kill(entireProcessTree: true);
        if (nginx is not null)
            await nginx.WaitForExitAsync();
        nginx?.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>
    /// The solution's files as they are, but for what only its container has: the folders of nginx's image, the DNS server of Docker, and the
    /// names that this gives to services.
    /// </summary>
    /// <returns>The main configuration, which the image brings along.</returns>
    private string Configure(Solution solution, IReadOnlyDictionary<string, RunningApi> services, int port)
    {
        var here = folder.FullName;
        Directory.CreateDirectory(Path.Combine(here, "services"));
        foreach (var file in Directory.GetFiles(solution.File("gateway", "services"), "*.conf"))
        {
            var service = Path.GetFileNameWithoutExtension(file);
            var suffix = solution.Model.Options.Kubernetes ? "${service_suffix}" : "";
            var name = $"http://{Name.Parse(service).Kebab}{suffix}:8080";
            var address = services[service].Client.BaseAddress!.ToString().TrimEnd('/');
            File.WriteAllText(
                Path.Combine(here, "services", Path.GetFileName(file)),
                File.ReadAllText(file).Replace(name, address, StringComparison.Ordinal)
            );
        }

        File.Copy(solution.File("gateway", "errors.conf"), Path.Combine(here, "errors.conf"));
        var gateway = File.ReadAllText(solution.File("gateway", "gateway.conf.template"))
            .Replace("${NGINX_LOCAL_RESOLVERS}", "127.0.0.1", StringComparison.Ordinal)
            .Replace("${SERVICE_SUFFIX}", "", StringComparison.Ordinal)
            .Replace("/etc/nginx/", here + "/", StringComparison.Ordinal)
            .Replace("listen 8080;", $"listen 127.0.0.1:{port};", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(here, "gateway.conf"), gateway);

        var main = Path.Combine(here, "nginx.conf");
        File.WriteAllText(
            main,
            $$"""
            daemon off;
            pid {{here}}/pid;
            error_log {{Log}};
            events {}
            http {
                access_log off;
                client_body_temp_path {{here}}/body;
                proxy_temp_path {{here}}/proxy;
                fastcgi_temp_path {{here}}/fastcgi;
                uwsgi_temp_path {{here}}/uwsgi;
                scgi_temp_path {{here}}/scgi;
                include {{here}}/gateway.conf;
            }
            """
        );
        return main;
    }

    private async Task WaitAsync()
    {
        for (var deadline = DateTime.UtcNow + Patience; ; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            try
            {
                using var response = await Client.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (DateTime.UtcNow < deadline && !nginx!.HasExited)
            {
                // It is not up yet.
            }
            catch (HttpRequestException)
            {
                Assert.Fail($"nginx does not answer\n{Output}\n{(nginx!.HasExited ? await nginx.StandardError.ReadToEndAsync() : "")}");
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
