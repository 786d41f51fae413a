using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Acme.Platform.Errors;

namespace Acme.Platform.Http;

/// <summary>The version of a row as an entity tag (RFC 9110, 8.8.3): strong, since another version is another response.</summary>
internal static class EntityTag
{
    public static EntityTagHeaderValue Of(uint version) => new($"\"{version.ToString(CultureInfo.InvariantCulture)}\"");

    /// <summary>The tags that a header lists; null when the caller sent none.</summary>
    /// <exception cref="ApiException">It is neither a list of entity tags nor <c>*</c>.</exception>
    public static IList<EntityTagHeaderValue>? Read(string header, StringValues values)
    {
        if (values.Count == 0)
            return null;
        if (EntityTagHeaderValue.TryParseStrictList([.. values.OfType<string>()], out var tags) && (tags.Count == 1 || !tags.Contains(EntityTagHeaderValue.Any)))
            return tags;

        throw new ApiException(ApiError.Malformed($"{header} is no list of entity tags, such as \"1\", \"2\", and not * either."));
    }

    /// <summary>The version that a tag stands for; null when it is none of ours, or a weak one, which says too little about what is changed.</summary>
    public static uint? VersionOf(EntityTagHeaderValue tag) =>
        uint.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && tag.Compare(Of(version), useStrongComparison: true)
            ? version
            : null;
}
