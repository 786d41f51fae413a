using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>PostgreSQL cuts longer identifiers without an error; names are ASCII, so characters are bytes.</summary>
internal static class IdentifierLength
{
    public static void Check(string identifier, string what, Place place)
    {
        if (identifier.Length > Sql.MaxIdentifierBytes)
        {
            throw place.Error(
                $"the {what} '{identifier}' has {identifier.Length} characters, PostgreSQL keeps {Sql.MaxIdentifierBytes}.",
                $"Shorten the name by {identifier.Length - Sql.MaxIdentifierBytes} characters or more."
            );
        }
    }
}
