namespace Acme.Platform.Accounts;

/// <summary>
/// What is mailed to users. Register one that sends: <c>services.AddScoped&lt;IAccountMail, …&gt;()</c>. In development there is one that writes to
/// the log. Without any nobody can register, or reset a password.
/// </summary>
public interface IAccountMail
{
    /// <summary>Somebody has registered with the address. Whoever reads the token there may confirm it.</summary>
    Task SendConfirmationAsync(string address, string token, CancellationToken cancellationToken);

    /// <summary>Somebody wanted to register with the address, which is a user's already.</summary>
    Task SendAlreadyRegisteredAsync(string address, CancellationToken cancellationToken);

    /// <summary>Somebody wants to reset the password. Whoever reads the token there may.</summary>
    Task SendPasswordResetAsync(string address, string token, CancellationToken cancellationToken);
}
