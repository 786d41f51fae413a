using Acme.Platform.Validation;

namespace Acme.Platform.Errors;

/// <summary>What is wrong with one member of a request.</summary>
/// <param name="Field">Its camelCase path: <c>email</c>, <c>lines[2].price</c>; of one that a caller made up, the beginning.</param>
/// <param name="Message">The rest of a sentence that begins with the field: <c>is required</c>.</param>
public sealed record FieldError(
    [property: Text(FieldError.MaxFieldLength)] string Field, [property: Text(FieldError.MaxMessageLength)] string Message)
{
    /// <summary>How many members can be wrong at once: a row has no more columns in PostgreSQL.</summary>
    internal const int MaxCount = 1_600;

    internal const int MaxFieldLength = 200;

    internal const int MaxMessageLength = 10_000;
}
