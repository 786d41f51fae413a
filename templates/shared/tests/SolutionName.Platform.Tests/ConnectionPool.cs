using Npgsql;
using Acme.Platform.Database;

namespace Acme.Platform.Tests;

public sealed class ConnectionPool
{
    [Theory]
    [InlineData("Host=db;Database=shop", 20)]
    [InlineData("Host=db;Database=shop;Maximum Pool Size=7", 7)]
    [InlineData("Host=db;Database=shop;MaxPoolSize=150", 150)]
    public void LeavesConnectionsToOthersUnlessTheConnectionStringSaysOtherwise(string connectionString, int size)
    {
        using var database = DataSource.Create(connectionString);

        Assert.Equal(size, new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize);
    }
}
