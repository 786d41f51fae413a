using System.Collections;
using Be.Postgres.Sql;

namespace Be.Postgres.Tests.Sql;

/// <summary>A statement as understood, on a line: names of records with those members that are not at their defaults.</summary>
internal static class Dump
{
    public static string Of(object value) =>
        value switch
        {
            string or ObjectName or TypeName or Enum => value.ToString()!,
            IndexKey key => key.Column is null ? $"({key.Text})" : key.Text,
            ColumnDefinition column => string.Join(' ', [column.Name, .. Type(column), .. column.Constraints.Select(Of)]),
            IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Of))}]",
            _ => OfRecord(value),
        };

    private static string[] Type(ColumnDefinition column) => column.Type is null ? [] : [column.Type.ToString()];

    private static string OfRecord(object value)
    {
        var members = value
            .GetType()
            .GetProperties()
            .Where(member => member.CanWrite)
            .Select(member => (member.Name, Value: member.GetValue(value)))
            .Where(member => member.Value is not (null or false or "" or ICollection { Count: 0 }))
            .Select(member => member.Value is true ? member.Name : $"{member.Name}: {Of(member.Value!)}")
            .ToList();
        return value.GetType().Name + (members.Count == 0 ? "" : $"({string.Join(", ", members)})");
    }
}
