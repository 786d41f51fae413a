using System.Security.Cryptography;
using Be.Cli.CommandLine;
using Be.Scaffolding;

namespace Be.Cli.Templates;

/// <summary>The template pack that comes with the tool, installed into a hive of its own so that no other pack gets in its way.</summary>
internal static class TemplatePack
{
    private static readonly TimeSpan OthersMayInstallFor = TimeSpan.FromMinutes(2);

    /// <summary>The bundled package; null in a build that carries none.</summary>
    public static string? Bundled { get; } =
        Directory.Exists(Path.Combine(Tool.Folder, "templates"))
            ? Directory
                .EnumerateFiles(Path.Combine(Tool.Folder, "templates"), "Be.Templates.*.nupkg")
                .Order(StringComparer.Ordinal)
                .LastOrDefault()
            : null;

    /// <summary>Whether the bundled pack stands in its hive.</summary>
    public static bool IsInstalled => Bundled is not null && File.Exists(Marker(HiveOf(Bundled)));

    /// <summary>Installs the pack when it is absent, once however many processes ask.</summary>
    /// <returns>The hive's folder.</returns>
    public static async Task<string> EnsureInstalledAsync(CancellationToken cancellation)
    {
        var package =
            Bundled ?? throw new UserError("This build of be carries no template pack.", "Install the packages that build/pack makes.");
        var hive = HiveOf(package);
        if (File.Exists(Marker(hive)))
            return hive;
        Directory.CreateDirectory(Path.GetDirectoryName(hive)!);
        await using var locked = await LockAsync(hive + ".lock", cancellation);
        if (File.Exists(Marker(hive)))
            return hive;
        if (Directory.Exists(hive))
            Directory.Delete(hive, recursive: true); // a run that was killed left it half made
        await DotnetNew.RunAsync(["install", package, "--debug:custom-hive", hive], cancellation);
        await File.WriteAllTextAsync(Marker(hive), package, cancellation);
        return hive;
    }

    private static string Marker(string hive) => Path.Combine(hive, "installed");

    /// <summary>Named for the package's content: two builds of one version never share a hive.</summary>
    private static string HiveOf(string package)
    {
        var content = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(package)))[..12];
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(data, "be", "hives", $"{Tool.Version}-{content}");
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellation)
    {
        var givingUp = DateTime.UtcNow + OthersMayInstallFor;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < givingUp)
            {
                await Task.Delay(100, cancellation);
            }
        }
    }
}
