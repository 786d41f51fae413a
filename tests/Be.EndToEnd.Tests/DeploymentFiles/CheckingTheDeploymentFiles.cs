using System.Text.Json;
using System.Text.RegularExpressions;

namespace Be.EndToEnd.Tests;

/// <summary>Compose files and Kubernetes' manifests, as those who defined them see them.</summary>
public sealed partial class CheckingTheDeploymentFiles(Machine machine)
{
    [Theory]
    [InlineData("My.Shop")]
    [InlineData("Hexagon")]
    [InlineData("Services")]
    [InlineData("noservices")]
    public async Task FindsNothingToMend(string name)
    {
        var folder = "deployment of " + name;
        var solution = await Row.Named(name).CreateAsync(machine, folder);
        var node = await NodePrograms.InstalledAsync(machine.Shell);
        var kubectl = await Kubectl.InstalledAsync(machine.Shell);

        await node.LintAsync(solution.File("compose.yaml"));
        foreach (var included in Directory.GetFiles(solution.Root, "compose*.yaml", SearchOption.AllDirectories).Where(IsIncluded))
            await node.LintAsync(included, "--disable-rule", "require-project-name-field"); // the file that includes it has it

        foreach (var overlay in (string[])["staging", "production"])
        {
            var file = solution.File(overlay + ".yaml");
            await kubectl.BuildAsync(solution.File("deploy", "overlays", overlay), file);
            var (types, json) = await node.CheckAsync(file);
            types.Succeeded();
            using var manifests = JsonDocument.Parse(json);
            AssertSafe([.. manifests.RootElement.EnumerateArray()], overlay);
            AssertGatewayFindsServices(solution, [.. manifests.RootElement.EnumerateArray()]);
        }

        machine.Discard(folder);
    }

    [Theory]
    [InlineData("podSelector: {}", "podSelector: {}\n  podSelektor: {}")]
    [InlineData("policyTypes: [Egress]", "policyTypes: Egress")]
    [InlineData("\n  podSelector: {}", "")]
    public async Task RefusesWhatKubernetesWould(string text, string instead)
    {
        const string Policy = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata:
              name: default-deny
            spec:
              podSelector: {}
              policyTypes: [Egress]

            """;
        var folder = machine.NewFolder("manifests").Folder;
        var file = Path.Combine(folder, $"{Guid.NewGuid():n}.yaml");
        var broken = Policy.Replace(text, instead, StringComparison.Ordinal);
        Assert.NotEqual(Policy, broken);
        await File.WriteAllTextAsync(file, broken, TestContext.Current.CancellationToken);

        var (types, _) = await (await NodePrograms.InstalledAsync(machine.Shell)).CheckAsync(file);

        Assert.NotEqual(0, types.ExitCode);
        machine.Discard("manifests");
    }

    private static bool IsIncluded(string file) =>
        Path.GetFileName(file) != "compose.yaml" || file.Contains("/services/", StringComparison.Ordinal);

    /// <summary>No secret, everything in the overlay's namespace, and every pod as a cluster that takes only restricted ones wants it.</summary>
    private static void AssertSafe(JsonElement[] manifests, string overlay)
    {
        Assert.DoesNotContain(manifests, manifest => Kind(manifest) is "Secret");
        Assert.All(manifests, m => Assert.EndsWith("-" + overlay, At(m, "metadata", "namespace").GetString()!, StringComparison.Ordinal));

        foreach (var manifest in manifests.Where(manifest => Kind(manifest) is "Deployment" or "Job"))
        {
            var pod = At(manifest, "spec", "template", "spec");
            Assert.False(At(pod, "automountServiceAccountToken").GetBoolean());
            Assert.True(At(pod, "securityContext", "runAsNonRoot").GetBoolean());
            Assert.InRange(At(pod, "securityContext", "runAsUser").GetInt32(), 1, int.MaxValue);
            Assert.Equal("RuntimeDefault", At(pod, "securityContext", "seccompProfile", "type").GetString());
            foreach (var container in At(pod, "containers").EnumerateArray())
            {
                Assert.True(At(container, "securityContext", "readOnlyRootFilesystem").GetBoolean());
                Assert.False(At(container, "securityContext", "allowPrivilegeEscalation").GetBoolean());
                Assert.Equal("ALL", At(container, "securityContext", "capabilities", "drop")[0].GetString());
                Assert.NotEmpty(At(container, "resources", "limits", "memory").GetString()!);
            }
        }
    }

    private static void AssertGatewayFindsServices(Solution solution, JsonElement[] manifests)
    {
        var gateway = manifests.Where(manifest => Kind(manifest) == "Deployment" && Name(manifest) == "gateway").ToList();
        var routes = Directory.Exists(solution.File("gateway")) ? Directory.GetFiles(solution.File("gateway", "services"), "*.conf") : [];
        Assert.Equal(Directory.Exists(solution.File("gateway")), gateway.Count == 1);
        foreach (var route in routes)
        {
            var service = Upstream().Match(File.ReadAllText(route)).Groups["service"].Value;
            var suffix = At(gateway[0], "spec", "template", "spec", "containers")[0]
                .GetProperty("env")
                .EnumerateArray()
                .Single(variable => Name(variable) == "SERVICE_SUFFIX");
            var host = service + suffix.GetProperty("value").GetString();
            Assert.Contains(manifests, m => Kind(m) == "Service" && host == $"{Name(m)}.$(NAMESPACE).svc.cluster.local");
        }
    }

    private static string Kind(JsonElement manifest) => manifest.GetProperty("kind").GetString()!;

    private static string Name(JsonElement element) =>
        (element.TryGetProperty("metadata", out var metadata) ? metadata : element).GetProperty("name").GetString()!;

    private static JsonElement At(JsonElement element, params string[] path) =>
        path.Aggregate(element, (inner, name) => inner.GetProperty(name));

    [GeneratedRegex(@"http://(?<service>[a-z0-9-]+)\$\{service_suffix\}:8080", RegexOptions.ExplicitCapture)]
    private static partial Regex Upstream();
}
