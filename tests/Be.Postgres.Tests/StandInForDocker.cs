using System.Runtime.Versioning;
using Acme.Testing.Postgres;

namespace Be.Postgres.Tests;

/// <summary>A command line that takes Docker's arguments and runs the local programs instead of a container.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class StandInForDocker : IDisposable
{
    private const string Script = """
        #!/bin/sh
        as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
        echo "$@" >> '{calls}'
        data='{data}'
        case $1 in
        version) echo 27.0.1 ;;
        volume) as_postgres rm -rf "$data" ;;
        rm) exit 1 ;;
        stop) as_postgres '{bin}/pg_ctl' stop -D "$data" -m fast -s ;;
        run)
          while [ "$1" != postgres:17 ]; do
            case $1 in
            -p) port=${2#127.0.0.1:} && port=${port%:5432} ;;
            -d) detached=true ;;
            esac
            shift
          done
          if [ ! -d "$data" ]; then
            echo "$POSTGRES_PASSWORD" > '{password}' && chmod 644 '{password}'
            as_postgres '{bin}/initdb' -D "$data" -U postgres --pwfile='{password}' -A scram-sha-256 -E UTF8 --locale=C -N > /dev/null || exit 1
          fi
          as_postgres '{bin}/pg_ctl' start -D "$data" -l "$data/log" -w -s -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=" || exit 1
          if [ -n "$detached" ]; then exit; fi
          read -r _
          as_postgres '{bin}/pg_ctl' stop -D "$data" -m immediate -s
          as_postgres rm -rf "$data"
          ;;
        esac
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("be-docker-");

    public StandInForDocker(PostgresPrograms programs)
    {
        DataFolder = Path.Combine(ServerAccount.TemporaryFolder, folder.Name + "-data");
        Program = Path.Combine(folder.FullName, "docker");
        // The server's account reads the password, in a folder that is otherwise closed to it.
        File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_101_101);
        File.WriteAllText(
            Program,
            Script
                .Replace("{calls}", Path.Combine(folder.FullName, "calls"), StringComparison.Ordinal)
                .Replace("{password}", Path.Combine(folder.FullName, "password"), StringComparison.Ordinal)
                .Replace("{data}", DataFolder, StringComparison.Ordinal)
                .Replace("{bin}", programs.Folder, StringComparison.Ordinal)
        );
        File.SetUnixFileMode(Program, (UnixFileMode)0b111_101_101);
    }

    public string Program { get; }

    public string DataFolder { get; }

    /// <summary>The arguments of each call.</summary>
    public string[] Calls => File.ReadAllLines(Path.Combine(folder.FullName, "calls"));

    public void Dispose()
    {
        folder.Delete(recursive: true);
        if (Directory.Exists(DataFolder))
            Directory.Delete(DataFolder, recursive: true);
    }
}
