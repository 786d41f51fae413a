using Acme.Application;
using Acme.Platform.Database;

namespace Acme.Adapters.Postgres;

/// <summary>A unit of work is a transaction of the session that the stores share.</summary>
internal sealed class UnitOfWork(DatabaseSession database) : IUnitOfWork
{
    public async Task<ITransaction> BeginAsync(CancellationToken cancellationToken) =>
        new Transaction(await database.BeginAsync(cancellationToken));

    private sealed class Transaction(DatabaseTransaction transaction) : ITransaction
    {
        public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

        public ValueTask DisposeAsync() => transaction.DisposeAsync();
    }
}
