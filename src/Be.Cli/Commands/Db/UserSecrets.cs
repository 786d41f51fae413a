using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Be.Scaffolding;

namespace Be.Cli.Commands;

/// <summary>
/// The host's user secrets: where .NET keeps what a developer's machine knows and no repository should. In Development the app reads
/// them, so that it finds the database that <c>be db start</c> runs.
/// </summary>
/// <remarks>https://learn.microsoft.com/aspnet/core/security/app-secrets</remarks>
internal sealed class UserSecrets
{
    private const string Connection = "ConnectionStrings:Default";

    private readonly string path;

    private UserSecrets(string id) => path = Path.Combine(Folder(), id, "secrets.json");

    /// <summary>Those of the project, which may have its id from the props that services share; null when it has none.</summary>
    public static UserSecrets? Of(string project)
    {
        if (!File.Exists(project))
            return null;

        var id = IdIn(project) ?? IdIn(Path.Combine(project, "..", "..", "..", "Directory.Build.props"));
        return string.IsNullOrWhiteSpace(id)
            ? null
            : new UserSecrets(id.Replace("$(MSBuildProjectName)", Path.GetFileNameWithoutExtension(project), StringComparison.Ordinal));
    }

    private static string? IdIn(string file) =>
        File.Exists(file) ? XDocument.Load(file).Descendants("UserSecretsId").FirstOrDefault()?.Value : null;

    public void SetConnection(string connectionString) => Set(Connection, connectionString);

    /// <summary>The certificate of the keys of tokens; null when there is none yet.</summary>
    public string? KeyRingCertificate => (string?)Read()[Commands.KeyRingCertificate.Setting];

    public void SetKeyRingCertificate(string pem) => Set(Commands.KeyRingCertificate.Setting, pem);

    public void RemoveConnection()
    {
        var secrets = Read();
        if (secrets.Remove(Connection))
            Write(secrets);
    }

    private void Set(string name, string value)
    {
        var secrets = Read();
        secrets[name] = value;
        Write(secrets);
    }

    private JsonObject Read()
    {
        if (!File.Exists(path))
            return [];
        try
        {
            var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
            return JsonNode.Parse(File.ReadAllText(path), documentOptions: options) as JsonObject ?? [];
        }
        catch (JsonException damaged)
        {
            throw new UserError($"{path} is not JSON: {damaged.Message}", "Mend or delete it: it holds the user secrets of this solution.");
        }
    }

    private void Write(JsonObject secrets)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var text = secrets.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(path, text);
            return;
        }

        using var file = new StreamWriter(
            new FileStream(
                path,
                new FileStreamOptions
                {
                    Mode = FileMode.Create,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            )
        );
        file.Write(text);
    }

    private static string Folder() =>
        OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "Microsoft", "UserSecrets")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".microsoft", "usersecrets");
}
