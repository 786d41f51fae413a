using System.Security.Cryptography;
using Acme.Testing.Postgres;
using Be.Postgres.Review;
using Npgsql;

namespace Be.Postgres.Tests.Review;

/// <summary>A PostgreSQL with settings of its own, for what a database on the server of all tests cannot show.</summary>
public abstract class ReviewedServer : IAsyncLifetime
{
    /// <summary>Statistics reach the others when a session ends, in PostgreSQL 14 some time later.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string folder = Path.Combine(
        ServerAccount.TemporaryFolder,
        "throwaway-postgres-" + RandomNumberGenerator.GetHexString(12, lowercase: true)
    );
    private PostgresCluster cluster = null!;
    private FileStream owner = null!;

    /// <summary>Of the command line, <c>name=value</c>.</summary>
    protected abstract IReadOnlyList<string> Settings { get; }

    /// <summary>What initdb is told about checksums, where it knows the option.</summary>
    protected abstract string Checksums { get; }

    internal NpgsqlConnectionStringBuilder Connection { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var programs = await PostgresPrograms.FindAsync(Token) ?? throw PostgresUnavailableException.NothingInstalled();
        await ServerAccount.CreateFolderAsync(folder, Token);
        owner = new FileStream(Path.Combine(folder, "owner"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        cluster = new PostgresCluster(programs, folder, RandomNumberGenerator.GetHexString(32));
        await InitializeAsync(programs);
        Connection = await cluster.StartAsync(null, Settings, Token);
        Connection.Pooling = false;
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.StopAsync(CancellationToken.None);
        await owner.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>PostgreSQL 18 makes checksums unless it is told not to, which the others cannot be told.</summary>
    private async Task InitializeAsync(PostgresPrograms programs)
    {
        var help = await ServerAccount.Command(programs.Initdb, "--help").ReadAsync(Token);
        string[] checksums = help!.Contains(Checksums, StringComparison.Ordinal) ? [Checksums] : [];
        var passwordFile = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(passwordFile, cluster.Password, Token);
        string[] arguments =
        [
            "-D",
            cluster.DataFolder,
            "-U",
            "postgres",
            $"--pwfile={passwordFile}",
            "--auth=scram-sha-256",
            "--no-sync",
            .. checksums,
        ];
        await ServerAccount.Command(programs.Initdb, arguments).RunAsync(Token);
    }

    internal async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(Connection.ConnectionString);
        await connection.OpenAsync(Token);
        return connection;
    }

    /// <summary>Runs statements one by one, in a session of their own.</summary>
    internal async Task ExecuteAsync(params string[] statements)
    {
        await using var connection = await OpenAsync();
        foreach (var sql in statements)
            await ExecuteAsync(connection, sql);
    }

    internal static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }

    /// <summary>What a rule finds, as <c>subject: detail</c>.</summary>
    /// <param name="options">Settings of the session, as libpq takes them.</param>
    internal async Task<IReadOnlyList<string>> FindAsync(ReviewRule rule, string? options = null)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(Connection.ConnectionString) { Options = options }
        );
        var report = await new Reviewer([rule]).ReviewAsync(source, Token);
        Assert.Empty(report.Unseen);
        return [.. report.ByUrgency.Select(finding => $"{finding.Subject}: {finding.Detail}")];
    }

    /// <summary>The same, once the statistics have it.</summary>
    internal async Task<string> AwaitAsync(ReviewRule rule, string subject)
    {
        for (var deadline = DateTime.UtcNow + Patience; ; await Task.Delay(100, Token))
        {
            var found = await FindAsync(rule);
            if (found.FirstOrDefault(line => line.StartsWith($"{subject}: ", StringComparison.Ordinal)) is { } line)
                return line;
            Assert.True(DateTime.UtcNow < deadline, $"{rule.Id} does not find {subject}, but: {string.Join("; ", found)}");
        }
    }
}

/// <summary>Nobody should run one like this.</summary>
public sealed class CarelessServer : ReviewedServer
{
    protected override IReadOnlyList<string> Settings =>
        [
            "fsync=off",
            "full_page_writes=off",
            "synchronous_commit=off",
            "autovacuum=off",
            "autovacuum_freeze_max_age=100000",
            "shared_buffers=1MB",
            "effective_cache_size=16MB",
            "max_connections=20",
            "password_encryption=md5",
            "listen_addresses=0.0.0.0",
            "shared_preload_libraries=pg_stat_statements",
        ];

    protected override string Checksums => "--no-data-checksums";
}

/// <summary>As PostgreSQL ships it, with timeouts, a log and checksums.</summary>
public sealed class CarefulServer : ReviewedServer
{
    protected override IReadOnlyList<string> Settings =>
        ["statement_timeout=30s", "idle_in_transaction_session_timeout=60s", "log_min_duration_statement=500ms"];

    protected override string Checksums => "--data-checksums";
}

/// <summary>One of each for all tests that need them, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ReviewedServers : ICollectionFixture<CarelessServer>, ICollectionFixture<CarefulServer>
{
    public const string Name = "reviewed servers";
}
