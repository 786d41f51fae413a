using System.Text.Json;

namespace Acme.Platform.Json;

/// <summary>A JSON value that does not fit, with words that may be shown to the caller.</summary>
internal sealed class ValueException(string message) : JsonException(message);
