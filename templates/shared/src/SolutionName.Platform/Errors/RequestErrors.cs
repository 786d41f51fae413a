using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Acme.Platform.Errors;

/// <summary>What the framework finds wrong with a request, told without the names of our types.</summary>
internal static partial class RequestErrors
{
    public static ApiError Translate(BadHttpRequestException exception)
    {
        if (exception.StatusCode != StatusCodes.Status400BadRequest)
            return ApiError.FromStatus(exception.StatusCode);

        if (WrongParameter().Match(exception.Message) is { Success: true } wrong)
            return ApiError.Invalid(wrong.Groups["name"].Value, "has the wrong type or format");
        if (MissingParameter().Match(exception.Message) is { Success: true } missing)
            return ApiError.Invalid(missing.Groups["name"].Value, "is required");

        return MissingBody().IsMatch(exception.Message) ? ApiError.Malformed("A JSON body is required.") : ApiError.FromStatus(400);
    }

    [GeneratedRegex("^Failed to bind parameter \"[^\"]* (?<name>[^ \"]+)\" from")]
    private static partial Regex WrongParameter();

    [GeneratedRegex("^Required parameter \"[^\"]* (?<name>[^ \"]+)\" was not provided from (?!body)")]
    private static partial Regex MissingParameter();

    [GeneratedRegex("was not provided from body|^Implicit body inferred")]
    private static partial Regex MissingBody();
}
