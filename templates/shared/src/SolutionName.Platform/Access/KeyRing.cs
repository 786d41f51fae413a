using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using Acme.Platform.Database;

namespace Acme.Platform.Access;

/// <summary>The keys that tokens are encrypted with, in PostgreSQL: every replica has the same, and a restart keeps them.</summary>
internal sealed class KeyRing(NpgsqlDataSource source) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = source.CreateCommand("select xml from accounts.keys order by created_at, name");
        using var rows = command.ExecuteReader();
        var keys = new List<XElement>();
        while (rows.Read())
            keys.Add(XElement.Parse(rows.GetString(0)));

        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = source.CreateCommand("insert into accounts.keys (name, xml) values ($1, $2)");
        command.With(friendlyName).With(element.ToString(SaveOptions.DisableFormatting)).ExecuteNonQuery();
    }
}
