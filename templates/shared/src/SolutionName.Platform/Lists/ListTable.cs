using Npgsql;
using Acme.Platform.Database;
using Acme.Platform.Json;

namespace Acme.Platform.Lists;

/// <summary>The table behind a list: makes of a <see cref="ListQuery"/> SQL that reads no more of an index than the page holds.</summary>
/// <param name="name">The table, with its schema.</param>
/// <param name="selected">What is read of each row; the columns that lists are sorted by are among it.</param>
/// <param name="columns">
/// What lists are filtered and sorted by, as SQL writes it: <c>placed_at</c> is the field <c>placedAt</c>, <c>placed_at?</c> says that it may be null.
/// </param>
/// <param name="where">What holds for each row that is listed; all rows are where it is null.</param>
public sealed class ListTable(string name, string selected, IEnumerable<string> columns, string? where = null)
{
    private readonly Dictionary<string, Column> columns = columns.Select(Column.Parse).ToDictionary(column => column.Field);

    public NpgsqlCommand CreateCommand(DatabaseSession database, ListQuery query)
    {
        var command = database.CreateCommand("");
        var conditions = query.Conditions.Select(condition => Sql(condition, command)).ToList();
        var order = string.Join(", ", query.Sort.Select(Sql));
        // Written out: PostgreSQL would plan a prepared statement with an unknown limit anew each time, for a tenth of the table.
        var limit = query.Limit.ToString(CultureInfo.InvariantCulture);
        var parts = query.After is null
            ? [Select([])]
            : Places(query.Sort, [.. query.After.Select(value => value is null ? null : Parameter(command, value))]).Select(Select).ToList();
        command.CommandText = parts is [var only]
            ? only
            : $"{string.Join("\nunion all\n", parts.Select(part => $"({part})"))}\norder by {order} limit {limit}";
        return command;

        string Select(IEnumerable<string> place)
        {
            string[] all = [.. where is null ? (string[])[] : [where], .. conditions, .. place];
            return $"select {selected} from {name}{(all.Length > 0 ? " where " : "")}{string.Join(" and ", all)} order by {order} limit {limit}";
        }
    }

    /// <summary>
    /// The rows behind a place, as ranges of an index, each a part of its own. An <c>or</c> of them would be one condition that PostgreSQL
    /// tests row by row, from the beginning of the index.
    /// </summary>
    private IEnumerable<string[]> Places(IReadOnlyList<SortField> sort, string?[] values)
    {
        var keys = sort.Select(key => columns[key.Field]).ToList();
        if (sort.All(key => key.Descending == sort[0].Descending) && !keys.Exists(key => key.IsNullable))
        {
            yield return [$"({string.Join(", ", keys.Select(key => key.Name))}) {Behind(sort[0])} ({string.Join(", ", values)})"];
            yield break;
        }

        for (var last = keys.Count - 1; last >= 0; last--)
        {
            string[] same = [.. keys.Take(last).Zip(values, (key, value) => value is null ? $"{key.Name} is null" : $"{key.Name} = {value}")];
            var key = keys[last];
            if (values[last] is { } value)
                yield return [.. same, $"{key.Name} {Behind(sort[last])} {value}"];
            if (key.IsNullable && sort[last].Descending == values[last] is null)
                yield return [.. same, $"{key.Name} is {(sort[last].Descending ? "not null" : "null")}"];
        }
    }

    private static string Behind(SortField key) => key.Descending ? "<" : ">";

    private string Sql(SortField key) => columns[key.Field].Name + (key.Descending ? " desc" : "");

    private string Sql(Condition condition, NpgsqlCommand command)
    {
        var column = columns[condition.Field];
        var value = condition.Comparison switch
        {
            Comparison.In => Parameter(command, ArrayOf(condition.Values)),
            Comparison.Contains => Parameter(command, $"%{Literally((string)condition.Values[0])}%"),
            _ => Parameter(command, condition.Values[0]),
        };
        return condition.Comparison switch
        {
            Comparison.Equal => $"{column.Name} = {value}",
            Comparison.NotEqual => column.IsNullable ? $"{column.Name} is distinct from {value}" : $"{column.Name} <> {value}",
            Comparison.In => $"{column.Name} = any ({value})",
            Comparison.Greater => $"{column.Name} > {value}",
            Comparison.GreaterOrEqual => $"{column.Name} >= {value}",
            Comparison.Less => $"{column.Name} < {value}",
            Comparison.LessOrEqual => $"{column.Name} <= {value}",
            Comparison.Contains => $"{column.Name} ilike {value}",
            var unknown => throw new InvalidOperationException($"No SQL for {unknown}."),
        };
    }

    /// <summary>Adds a parameter; enums are text in the database.</summary>
    private static string Parameter(NpgsqlCommand command, object value)
    {
        command.Parameters.Add(new() { Value = value is Enum member ? EnumConverter.Text(member) : value });
        return string.Create(CultureInfo.InvariantCulture, $"${command.Parameters.Count}");
    }

    private static Array ArrayOf(IReadOnlyList<object> values)
    {
        if (values[0] is Enum)
            return values.Cast<Enum>().Select(EnumConverter.Text).ToArray();

        var array = Array.CreateInstance(values[0].GetType(), values.Count);
        for (var i = 0; i < array.Length; i++)
            array.SetValue(values[i], i);
        return array;
    }

    /// <summary>Text in which no character stands for others (PostgreSQL manual, 9.7.1).</summary>
    private static string Literally(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    private sealed record Column(string Field, string Name, bool IsNullable)
    {
        public static Column Parse(string text)
        {
            var name = text.TrimEnd('?');
            var words = name.Trim('"').Split('_');
            return new Column(
                words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..])), name, text.EndsWith('?'));
        }
    }
}
