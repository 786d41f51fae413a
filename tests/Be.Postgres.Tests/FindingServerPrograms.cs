using Acme.Testing.Postgres;

namespace Be.Postgres.Tests;

public sealed class FindingServerPrograms : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("be-programs-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("postgresql/*/bin", "postgresql/17/bin", "postgresql/16/bin", "postgresql/9.6/bin")]
    [InlineData("pgsql-*/bin", "pgsql-17/bin", "pgsql-9.6/bin")]
    [InlineData("opt/postgresql*/bin", "opt/postgresql@17/bin", "opt/postgresql@9/bin", "opt/postgresql/bin")]
    [InlineData("libexec/postgresql*", "libexec/postgresql17", "libexec/postgresql16")]
    public void LooksAtTheNewestVersionFirst(string pattern, params string[] expected)
    {
        foreach (var path in expected.Reverse())
            folder.CreateSubdirectory(path);

        var found = PostgresPrograms.Matches(Path.Combine(folder.FullName, pattern));

        Assert.Equal(expected, found.Select(path => Path.GetRelativePath(folder.FullName, path).Replace('\\', '/')));
    }

    [Fact]
    public void PassesOverAnInstallFolderThatIsMissing()
    {
        Assert.Empty(PostgresPrograms.Matches(Path.Combine(folder.FullName, "none", "*", "bin")));
    }

    [Fact]
    public async Task PassesOverProgramsThatAreTooOldOrIncomplete()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs programs that are shell scripts.");
        var old = WithPrograms("13", "initdb", "pg_ctl", "postgres");
        var incomplete = WithPrograms("17.1", "initdb", "postgres");
        var good = WithPrograms("16.4", "initdb", "pg_ctl", "postgres");

        var found = await PostgresPrograms.FindInAsync([old, incomplete, good], TestContext.Current.CancellationToken);

        Assert.Equal(good, found?.Folder);
        Assert.Null(await PostgresPrograms.FindInAsync([old, incomplete], TestContext.Current.CancellationToken));
    }

    private string WithPrograms(string version, params string[] programs)
    {
        var bin = folder.CreateSubdirectory(version).FullName;
        foreach (var program in programs)
        {
            var path = Path.Combine(bin, program);
            File.WriteAllText(path, $"#!/bin/sh\necho 'postgres (PostgreSQL) {version} (Debian {version}-1)'\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return bin;
    }
}
