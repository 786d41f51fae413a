namespace Acme.Platform.Errors;

/// <summary>Carries an <see cref="ApiError"/> out of code that cannot return one.</summary>
/// <param name="error">What the caller is told.</param>
/// <param name="cause">What the log says as well.</param>
public sealed class ApiException(ApiError error, Exception? cause = null) : Exception(error.Message, cause)
{
    public ApiError Error { get; } = error;
}
