using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>An order of an entity's lists that an index serves, as the templates see it.</summary>
internal sealed class SortView
{
    private readonly IReadOnlyList<SortKey> keys;
    private readonly IReadOnlyList<SortKey> complete;
    private readonly EntityView entity;

    private SortView(EntityView entity, IReadOnlyList<SortKey> keys)
    {
        this.entity = entity;
        this.keys = keys;
        complete = keys.Any(key => key.Name == "id") ? keys : [.. keys, new SortKey("id", keys[^1].Descending)];
    }

    /// <summary>As callers write it.</summary>
    public string Text => Written(keys);

    /// <summary>The same from the other end.</summary>
    public string Reversed => Written([.. keys.Select(Turned)]);

    /// <summary>The columns of its index: its own and the key, which breaks ties in the direction of the last one.</summary>
    public string Columns => string.Join(", ", complete.Select(Column));

    /// <summary>The same as a C# string holds it.</summary>
    public string EscapedColumns => CSharp.Escaped(Columns);

    /// <summary>What names its index.</summary>
    public IEnumerable<string> Names => keys.SelectMany(key => key.Descending ? (string[])[ColumnName(key), "desc"] : [ColumnName(key)]);

    /// <summary>The columns that it names, but for the key that breaks ties.</summary>
    public IEnumerable<string> ColumnNames => keys.Select(ColumnName);

    public static SortView Of(EntityView entity, string field) => new(entity, [new SortKey(field, false)]);

    /// <summary>The sorts that the entity declares, but for those that other indexes serve.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="sorts">As declared.</param>
    /// <param name="simple">The fields that lists are sorted by anyway.</param>
    public static IReadOnlyList<SortView> Declared(EntityView entity, IEnumerable<string> sorts, IReadOnlyCollection<string> simple)
    {
        var declared = new List<SortView>();
        foreach (var sort in sorts.Select(text => new SortView(entity, SortKey.ParseAll(text))))
        {
            var isKnown = declared.Exists(other => other.Text == sort.Text || other.Text == sort.Reversed);
            if (!isKnown && !(sort.keys is [var only] && simple.Contains(only.Name)))
                declared.Add(sort);
        }

        return declared;
    }

    private static SortKey Turned(SortKey key) => key with { Descending = !key.Descending };

    private static string Written(IReadOnlyList<SortKey> keys) =>
        string.Join(',', keys.Select(key => key.Descending ? "-" + key.Name : key.Name));

    private string Column(SortKey key) => Sql.Quote(ColumnName(key)) + (key.Descending ? " desc" : "");

    private string ColumnName(SortKey key) =>
        key.Name switch
        {
            "id" => "id",
            "createdAt" => "created_at",
            var name => entity.Fields.First(field => field.Json == name).ColumnName,
        };
}
