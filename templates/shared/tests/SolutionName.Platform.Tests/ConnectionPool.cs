using Npgsql;
using Acme.Platform.Database;

namespace Acme.Platform.Tests;

public sealed class ConnectionPool
{
    [Theory]
    [InlineData("Host=db;Database=shop", 20)]
    [InlineData("Host=db;Database=shop;Maximum Pool Size=7", 7)]
    [InlineData("Host=db;Database=shop;MaxPoolSize=150", 150)]
    public void LeavesConnectionsToOthersUnlessTheConnectionStringSaysOtherwise(string connectionString, int size) =>
        Assert.Equal(size, SettingsOf(connectionString).MaxPoolSize);

    [Theory]
    [InlineData("Host=db;Database=shop", 3, 10)]
    [InlineData("Host=db;Database=shop;Timeout=8;Command Timeout=60", 8, 60)]
    public void GivesUpInTimeUnlessTheConnectionStringSaysOtherwise(string connectionString, int connecting, int working)
    {
        var settings = SettingsOf(connectionString);

        Assert.Equal(connecting, settings.Timeout);
        Assert.Equal(working, settings.CommandTimeout);
    }

    private static NpgsqlConnectionStringBuilder SettingsOf(string connectionString)
    {
        using var database = DataSource.Create(connectionString);
        return new NpgsqlConnectionStringBuilder(database.ConnectionString);
    }
}
