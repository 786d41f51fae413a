namespace Acme.Platform.Errors;

/// <summary>Carries an <see cref="ApiError"/> out of code that cannot return one.</summary>
public sealed class ApiException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;
}
