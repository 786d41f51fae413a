using System.Text.Json;
using System.Text.RegularExpressions;
using Acme.Platform.Errors;

namespace Acme.Platform.Json;

/// <summary>What System.Text.Json found wrong with a body, told without the names of our types.</summary>
internal static partial class JsonErrors
{
    public static ApiError Translate(JsonException exception)
    {
        // A syntax error arrives with the reader's own exception inside; all else is a value that does not fit.
        if (exception.InnerException is JsonException)
        {
            var problem = exception.Message.Contains("maximum configured depth", StringComparison.Ordinal) ? "is nested too deeply" : "is not JSON";
            return ApiError.Malformed(string.Create(CultureInfo.InvariantCulture,
                $"The body {problem}: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}."));
        }

        var field = Field(exception.Path);
        return exception switch
        {
            ValueException value => ApiError.Invalid(field, value.Message),
            _ when UnknownMember().Match(exception.Message) is { Success: true } member =>
                ApiError.Invalid(Join(field, member.Groups["name"].Value), "is not known here"),
            _ when DuplicateMember().Match(exception.Message) is { Success: true } member =>
                ApiError.Invalid(Join(field, member.Groups["name"].Value), "is given twice"),
            _ when field.Length == 0 => ApiError.Malformed("The body must be a JSON object."),
            _ => ApiError.Invalid(field, "has the wrong type or format"),
        };
    }

    private static string Field(string? path) => path is null or "$" ? "" : QuotedSegment().Replace(path[1..], ".${name}").TrimStart('.');

    // The path of an unknown member is sometimes its parent's, sometimes its own.
    private static string Join(string path, string member)
    {
        if (path.Length == 0 || path == member)
            return member;

        return path.EndsWith("." + member, StringComparison.Ordinal) ? path : $"{path}.{member}";
    }

    [GeneratedRegex(@"\['(?<name>[^']*)'\]")]
    private static partial Regex QuotedSegment();

    [GeneratedRegex("^The JSON property '(?<name>.*)' could not be mapped to any .NET member")]
    private static partial Regex UnknownMember();

    [GeneratedRegex("^Duplicate property '(?<name>.*)' encountered")]
    private static partial Regex DuplicateMember();
}
