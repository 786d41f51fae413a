using Acme.Platform.Migrations;
using Be.Scaffolding;

namespace Be.Postgres.Tests;

public sealed class EditingAMigrationThatRan(TestServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IsRefusedBeforeAnythingRuns()
    {
        await using var database = await MigratedAsync();
        database.Write("1_a.sql", "create table a (id bigint);");
        database.Write("3_c.sql", "create table c (id int);");

        var error = await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);

        Assert.Equal("1_a.sql: was edited after it ran", error.Message);
        Assert.Equal("Take the edit back, and write the change as a new migration.", error.Remedy);
        Assert.Equal(["1", "2"], await database.VersionsAsync());
        Assert.True((await database.Runner.StatusAsync(Token))[0].IsEdited);
    }

    [Fact]
    public async Task IsRefusedWhenTheFileIsNoMigrationAnyMore()
    {
        await using var database = await MigratedAsync();
        File.WriteAllText(Path.Combine(database.Folder, "2_b.sql"), "emptied since");

        var error = await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);

        Assert.Equal("2_b.sql", error.File);
    }

    [Fact]
    public async Task NamesEveryFileAndTheWaysOut()
    {
        await using var database = await MigratedAsync();
        database.Write("1_a.sql", "create table a (id bigint);");
        database.Write("2_b.sql", "create table b (id bigint);");

        var error = await Assert.ThrowsAsync<UserError>(() => Of(database).MigrateAsync(database.Folder, cancellationToken: Token));

        Assert.Matches(
            @"^1_a\.sql was edited after it ran: its text is not the one of \d{4}-\d\d-\d\d \d\d:\d\d \(UTC\)\. So were 2_b\.sql\. Nothing was applied\.$",
            error.Problem
        );
        Assert.EndsWith("be db migrate --accept-edits", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsAcceptedOnceWhenTold()
    {
        await using var database = await MigratedAsync();
        database.Write("1_a.sql", "-- corrected\ncreate table a (id int);");
        database.Write("3_c.sql", "create table c (id int);");
        var notices = new List<string>();

        var applied = await Of(database).MigrateAsync(database.Folder, null, notices.Add, acceptEdits: true, Token);

        Assert.Equal("3_c.sql", Assert.Single(applied).File);
        Assert.Equal(["accepted the edits of 1_a.sql"], notices);
        Assert.Empty(await database.MigrateAsync());
    }

    [Theory]
    [InlineData("-- migrate:up \r\ncreate table a (id int);\r\n-- migrate:down\r\n\r\n")]
    [InlineData("-- migrate:up \ncreate table a (id int);\n-- migrate:down\n\n\n\n")]
    [InlineData("-- migrate:up \ncreate table a (id int);\n-- migrate:down")]
    [InlineData("\uFEFF-- migrate:up \ncreate table a (id int);\n-- migrate:down\n\n")]
    [InlineData("-- be:after 0\n-- Why.\n\n-- migrate:up \ncreate table a (id int);\n-- migrate:down\n\n")]
    public async Task IsNoneInLineEndsAndAboveTheFirstDirective(string text)
    {
        await using var database = await MigratedAsync();
        File.WriteAllText(Path.Combine(database.Folder, "1_a.sql"), text);

        Assert.Empty(await database.MigrateAsync());
    }

    [Fact]
    public async Task IsNotKnownOfWhatRanBeforeThereWereRecords()
    {
        await using var database = await MigratedAsync();
        await database.ExecuteAsync("drop table schema_migration_files");
        database.Write("1_a.sql", "create table a (id bigint);");

        Assert.All(await database.Runner.StatusAsync(Token), state => Assert.Null(state.Record));
        Assert.Empty(await database.MigrateAsync());

        Assert.All(await database.Runner.StatusAsync(Token), state => Assert.NotNull(state.Record));
        database.Write("1_a.sql", "create table a (id int);");
        await Assert.ThrowsAsync<MigrationException>(database.MigrateAsync);
    }

    [Fact]
    public async Task IsFreeOnceItIsRolledBack()
    {
        await using var database = await MigratedAsync();
        await database.RollbackAsync();
        database.Write("2_b.sql", "create table b (id bigint);");

        Assert.Equal(["2_b.sql"], await database.MigrateAsync());
    }

    [Fact]
    public async Task IsFreeOnceDbmateRolledItBack()
    {
        var dbmate = await Dbmate.InstalledAsync();
        await using var database = await MigratedAsync();
        await dbmate.RunAsync(database.ConnectionString, database.Folder, "rollback");
        database.Write("2_b.sql", "create table b (id bigint);", "drop table b;");
        await dbmate.RunAsync(database.ConnectionString, database.Folder, "up");

        Assert.Null((await database.Runner.StatusAsync(Token))[1].Record);
        Assert.Empty(await database.MigrateAsync());
    }

    private async Task<TestDatabase> MigratedAsync()
    {
        var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);");
        database.Write("2_b.sql", "create table b (id int);", "drop table b;");
        await database.MigrateAsync();
        return database;
    }

    private static Database Of(TestDatabase database) => new(new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString));
}
