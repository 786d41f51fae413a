namespace Acme.Application;

/// <summary>Makes several changes one: all of them, or none.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Begins: what the ports change from here on takes effect when it is committed, and not at all when it is disposed before that.
    /// Within another one it begins a part, which takes effect when the other one does.
    /// </summary>
    Task<ITransaction> BeginAsync(CancellationToken cancellationToken);
}

/// <summary>Changes that are made together. Disposing undoes them unless they were committed.</summary>
public interface ITransaction : IAsyncDisposable
{
    Task CommitAsync(CancellationToken cancellationToken);
}
