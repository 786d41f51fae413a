using Acme.Platform.Migrations;

namespace Be.Postgres.Tests;

public sealed class RollingBack(TestServer server)
{
    [Fact]
    public async Task UndoesTheLastMigrationOnly()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);", "drop table a;");
        database.Write("2_b.sql", "create table b (id int);", "drop table b;");
        database.Write("3_c.sql", "create table c (id int);", "drop table c;");
        await database.MigrateAsync();

        Assert.Equal(["3_c.sql"], await database.RollbackAsync());
        Assert.Equal(["1", "2"], await database.VersionsAsync());
        Assert.Equal(["2_b.sql", "1_a.sql"], await database.RollbackAsync(5));
        Assert.Equal(
            ["schema_migration_files", "schema_migrations"],
            await database.QueryAsync("select tablename from pg_tables where schemaname = 'public' order by 1")
        );
        Assert.Empty(await database.QueryAsync("select version from schema_migration_files"));
    }

    [Fact]
    public async Task GivesNothingWhenNothingIsApplied()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "select 1;", "select 1;");

        Assert.Null(await database.Runner.RollbackAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await database.QueryAsync("select 1 from pg_tables where tablename = 'schema_migrations'"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-- cannot be undone")]
    public async Task RefusesAMigrationThatDoesNotSayHow(string? down)
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);", down);
        await database.MigrateAsync();

        var error = await Assert.ThrowsAsync<MigrationException>(() => database.RollbackAsync());

        Assert.Equal("1_a.sql: has no statement under '-- migrate:down'", error.Message);
        Assert.Equal(["1"], await database.VersionsAsync());
    }

    [Fact]
    public async Task RefusesAMigrationWhoseFileIsGoneBeforeItUndoesAny()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "select 1;", "select 1;");
        database.Write("2_b.sql", "select 1;", "select 1;");
        await database.MigrateAsync();
        database.Delete("1_a.sql");

        var error = await Assert.ThrowsAsync<MigrationException>(() => database.RollbackAsync(2));

        Assert.Contains("version 1 is applied, but its file is not in the folder", error.Message, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], await database.VersionsAsync());
    }

    [Fact]
    public async Task LeavesEverythingAsItWasWhenItFails()
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", "create table a (id int);", "drop table a;\ndrop table b;");
        await database.MigrateAsync();

        var error = await Assert.ThrowsAsync<MigrationException>(() => database.RollbackAsync());

        Assert.Equal(("1_a.sql", 5, "drop table b"), (error.File, error.Line, error.Statement));
        Assert.Equal(["1"], await database.VersionsAsync());
        Assert.Empty(await database.QueryAsync("select id from a"));
    }

    [Fact]
    public async Task UndoesSeveralPartsInReverse()
    {
        await using var database = await server.NewDatabaseAsync();
        File.WriteAllText(
            Path.Combine(database.Folder, "1_a.sql"),
            """
            -- migrate:up
            create table a (id int primary key);
            -- migrate:down
            drop table a;
            -- migrate:up
            create table b (id int references a);
            -- migrate:down
            drop table b;
            """
        );
        await database.MigrateAsync();

        Assert.Equal(["1_a.sql"], await database.RollbackAsync());
        Assert.Empty(await database.VersionsAsync());
    }

    [Fact]
    public async Task RefusesNoSteps()
    {
        await using var database = await server.NewDatabaseAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => database.RollbackAsync(0));
    }
}
