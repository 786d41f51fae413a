using System.Text.Json;
using System.Text.Json.Serialization;
using Acme.Platform.Migrations;
using Be.Scaffolding;
using Npgsql;

namespace Be.Postgres;

/// <summary>A developer's own PostgreSQL for one solution, as <c>.be/local/postgres.json</c> remembers it.</summary>
/// <param name="Port">The port of 127.0.0.1 that it answers on; kept from start to start where it is free.</param>
/// <param name="DataFolder">Where its data is; the volume's name when it runs in Docker.</param>
/// <param name="ConnectionString">How to connect to the solution's database, password included.</param>
/// <param name="Pid">Its process; null when it was stopped, or runs in Docker.</param>
/// <param name="Container">The container's name; null when it runs without Docker.</param>
/// <param name="Started">Whether it was started and not stopped since.</param>
public sealed partial record LocalClusterState(
    int Port,
    string DataFolder,
    string ConnectionString,
    int? Pid,
    string? Container,
    bool Started
)
{
    /// <summary>The state's file, relative to the solution's root. Git does not see the folder.</summary>
    public const string FileName = ".be/local/postgres.json";

    /// <summary>How to connect to the solution's database.</summary>
    internal NpgsqlConnectionStringBuilder Connection => new(ConnectionString);

    /// <summary>How to connect to a database of the server; null for the solution's first.</summary>
    internal NpgsqlConnectionStringBuilder ConnectionTo(string? database)
    {
        var connection = Connection;
        connection.Database = database ?? connection.Database;
        return connection;
    }

    /// <summary>Which database it serves, without the password.</summary>
    public override string ToString() => ConnectionText.Describe(Connection);

    /// <summary>The state of a solution; null when it never had a local server.</summary>
    /// <exception cref="UserError">The file was damaged.</exception>
    public static LocalClusterState? Read(string root)
    {
        var path = Path.Combine(root, FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), Json.Default.LocalClusterState);
        }
        catch (JsonException damaged)
        {
            throw new UserError($"{FileName} is damaged: {damaged.Message}", $"Delete it; be db start then makes a new, empty server.");
        }
    }

    /// <summary>Replaces the state of a solution, readable for its owner only.</summary>
    internal void Write(string root)
    {
        var path = Path.Combine(root, FileName);
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(draft, options))
            file.Write(JsonSerializer.Serialize(this, Json.Default.LocalClusterState) + "\n");
        File.Move(draft, path, overwrite: true);
    }

    [JsonSourceGenerationOptions(
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
    )]
    [JsonSerializable(typeof(LocalClusterState))]
    private sealed partial class Json : JsonSerializerContext;
}
