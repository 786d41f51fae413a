namespace Acme.Testing.Postgres;

/// <summary>The account that the server runs under. PostgreSQL refuses to run as root: then it is the user postgres.</summary>
internal static class ServerAccount
{
    private const string Runuser = "/usr/sbin/runuser";

    /// <summary>Whether it is another account than that of this process.</summary>
    public static bool IsPostgres => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    /// <summary>A folder that the account can reach; it cannot enter root's own.</summary>
    public static string TemporaryFolder => IsPostgres ? "/var/tmp" : Path.GetTempPath();

    /// <summary>A command that runs under the account.</summary>
    public static Command Command(string program, params IEnumerable<string> arguments)
    {
        if (!IsPostgres)
            return new Command(program, arguments);
        var name = Path.GetFileName(program);
        return File.Exists(Runuser)
            ? new Command(Runuser, ["-u", "postgres", "--", program, .. arguments]) { Name = name }
            : new Command("su", ["-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", "postgres", program, .. arguments]) { Name = name };
    }

    /// <summary>Makes a folder that belongs to the account and that nobody else can read.</summary>
    public static async Task CreateFolderAsync(string path, CancellationToken cancellationToken)
    {
        if (IsPostgres)
            await Command("mkdir", "-m", "700", path).RunAsync(cancellationToken);
        else if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
