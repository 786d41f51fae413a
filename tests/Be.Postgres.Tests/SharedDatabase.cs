namespace Be.Postgres.Tests;

/// <summary>A database for all tests of a class: they roll back what they do, or empty it before.</summary>
public class SharedDatabase(TestServer server) : IAsyncLifetime
{
    /// <summary>What is in it.</summary>
    protected virtual string Given => "select 1";

    internal TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await server.NewDatabaseAsync();
        await Database.ExecuteAsync(Given);
    }

    /// <summary>The database without all that a test before has made: faster than a new one.</summary>
    internal async Task<TestDatabase> EmptiedAsync()
    {
        await Database.ExecuteAsync(
            """
            do $$
            declare
                schema name;
            begin
                for schema in select nspname from pg_namespace where nspname not like 'pg\_%' and nspname <> 'information_schema' loop
                    execute format('drop schema %I cascade', schema);
                end loop;
                create schema public;
            end
            $$
            """
        );
        return Database;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
