using Be.Postgres.Review;
using Be.Postgres.Review.Rules;

namespace Be.Postgres.Tests.Review;

[Collection(ReviewedServers.Name)]
[TestsRules(
    "checksums-off",
    "fsync-off",
    "full-page-writes-off",
    "idle-timeout",
    "logging",
    "max-connections",
    "password-encryption-md5",
    "shared-buffers",
    "ssl-off",
    "statement-timeout",
    "synchronous-commit-off"
)]
public sealed class ReviewingSettings(CarelessServer careless, CarefulServer careful)
{
    private static readonly Dictionary<string, ReviewRule> Rules = new ReviewRule[]
    {
        new AutovacuumOff(),
        new ChecksumsOff(),
        new FsyncOff(),
        new FullPageWritesOff(),
        new IdleTimeout(),
        new Logging(),
        new MaxConnections(),
        new PasswordEncryptionMd5(),
        new SharedBuffers(),
        new SslOff(),
        new StatementTimeout(),
        new SynchronousCommitOff(),
    }.ToDictionary(rule => rule.Id);

    [Theory]
    [InlineData("autovacuum-off", "autovacuum: is off for the whole server")]
    [InlineData("checksums-off", "data_checksums: is off: damage by disks is not noticed")]
    [InlineData("fsync-off", "fsync: is off: what was written may never reach the disk")]
    [InlineData("full-page-writes-off", "full_page_writes: is off: half-written pages stay broken")]
    [InlineData("idle-timeout", "idle_in_transaction_session_timeout: is 0 for postgres in postgres")]
    [InlineData("logging", "log_min_duration_statement: is -1, and there is no pg_stat_statements")]
    [InlineData("max-connections", "max_connections: is 20: with work_mem 4MB that is 80 MB, and effective_cache_size is 16MB; ")]
    [InlineData("password-encryption-md5", "password_encryption: is md5")]
    [InlineData("shared-buffers", "shared_buffers: is 1MB; the database has ")]
    [InlineData("ssl-off", "ssl: is off, and the server listens on 0.0.0.0")]
    [InlineData("statement-timeout", "statement_timeout: is 0 for postgres in postgres")]
    [InlineData("synchronous-commit-off", "synchronous_commit: is off for new sessions of this role")]
    public async Task FindsACarelessOne(string rule, string finding)
    {
        var found = Assert.Single(await careless.FindAsync(Rules[rule]));

        Assert.StartsWith(finding, found, StringComparison.Ordinal);
        Assert.Empty(await careful.FindAsync(Rules[rule]));
    }

    [Fact]
    public async Task GoesByWhatNewSessionsOfTheRoleGet()
    {
        Assert.Empty(await careless.FindAsync(new StatementTimeout(), "-c statement_timeout=5s"));
        Assert.Empty(await careless.FindAsync(new IdleTimeout(), "-c idle_in_transaction_session_timeout=5s"));
        Assert.NotEmpty(await careful.FindAsync(new StatementTimeout(), "-c statement_timeout=0"));
    }
}
