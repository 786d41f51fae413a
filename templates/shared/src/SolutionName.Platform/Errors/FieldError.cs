namespace Acme.Platform.Errors;

/// <summary>What is wrong with one member of a request.</summary>
/// <param name="Field">Its camelCase path: <c>email</c>, <c>lines[2].price</c>.</param>
/// <param name="Message">The rest of a sentence that begins with the field: <c>is required</c>.</param>
public sealed record FieldError(string Field, string Message);
