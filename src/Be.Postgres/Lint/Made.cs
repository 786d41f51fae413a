using Be.Postgres.Sql;

namespace Be.Postgres.Lint;

/// <summary>What an up part makes, until its down part takes it back.</summary>
internal sealed class Made
{
    /// <summary>What else can be made stays where it is, or is nobody's in particular: extensions, roles.</summary>
    private static readonly string[] Kinds = ["schema", "sequence", "view", "materialized view", "trigger", "policy", "rule"];

    private readonly List<Thing> things = [];
    private StatementContext? at;

    /// <summary>What is left, in words, with the statement that made it; what is on a table that is left goes without saying.</summary>
    public IEnumerable<(string What, StatementContext? At)> Left =>
        things
            .Where(thing => !things.Exists(table => table.Kind == "table" && table.Name == thing.Table))
            .Select(thing => (thing.ToString(), thing.At));

    /// <summary>Takes in a statement of the up part.</summary>
    public void Make(StatementContext statement)
    {
        at = statement;
        Apply(statement.Statement, adds: true);
    }

    /// <summary>Takes in a statement of the down part.</summary>
    public void TakeBack(Statement statement) => Apply(statement, adds: false);

    private void Apply(Statement statement, bool adds)
    {
        switch (statement)
        {
            case CreateTable { IsTemporary: false } create:
                Add(new Thing("table", create.Table), adds);
                break;
            case CreateIndex { Name: { } name } index:
                Add(new Thing("index", new ObjectName(index.Table.Schema, name), index.Table, TextOf(index)), adds);
                break;
            case CreateType type:
                Add(new Thing("type", type.Type), adds);
                break;
            case CreateRoutine routine:
                Add(new Thing("function", routine.Name), adds);
                break;
            case CreateOther other when Kinds.Contains(other.Kind):
                Add(new Thing(other.Kind, other.Name, other.On), adds);
                break;
            case Rename rename:
                Replace(KindOf(rename.Kind), null, rename.Name, rename.Name with { Name = rename.To }, adds);
                break;
            case RenameEnumValue value:
                Replace("value", value.Type, new ObjectName(null, value.From), new ObjectName(null, value.To), adds);
                break;
            case AlterTable alter:
                foreach (var action in alter.Actions)
                    Apply(alter, action, adds);
                break;
            case Drop drop:
                Apply(drop);
                break;
        }
    }

    private void Apply(AlterTable alter, TableAction action, bool adds)
    {
        var table = alter.Table;
        switch (action)
        {
            case AddColumn add:
                Add(new Thing("column", new ObjectName(null, add.Column.Name), table), adds);
                break;
            case AddConstraint { Constraint: var constraint }:
                if (constraint.UsingIndex is { } index)
                    things.RemoveAll(thing => thing.Kind == "index" && thing.Name.Name == index);
                Add(new Thing("constraint", new ObjectName(null, constraint.Name ?? ""), table, TextOf(constraint)), adds);
                break;
            case DropColumn drop:
                things.RemoveAll(thing => thing.IsOn(table) && (thing.Is("column", drop.Column) || thing.Mentions(drop.Column)));
                break;
            case DropConstraint drop:
                // PostgreSQL has made up the name of one that has none.
                if (
                    things.RemoveAll(thing =>
                        thing.IsOn(table) && (thing.Is("constraint", drop.Constraint) || thing.Is("index", drop.Constraint))
                    ) == 0
                )
                    things.Remove(things.Find(thing => thing.IsOn(table) && thing.Is("constraint", ""))!);
                break;
            case RenameColumn rename:
                Replace("column", table, new ObjectName(null, rename.From), new ObjectName(null, rename.To), adds);
                break;
            case RenameConstraint rename:
                Replace("constraint", table, new ObjectName(null, rename.From), new ObjectName(null, rename.To), adds);
                break;
            case RenameTable rename:
                Move(alter, table with { Name = rename.To }, adds);
                break;
            case SetSchema set:
                Move(alter, table with { Schema = set.Schema }, adds);
                break;
        }
    }

    private void Move(AlterTable alter, ObjectName to, bool adds)
    {
        var kind = alter.Kind switch
        {
            RelationKind.View => "view",
            RelationKind.MaterializedView => "materialized view",
            RelationKind.Index => "index",
            RelationKind.Sequence => "sequence",
            _ => "table",
        };
        Replace(kind, null, alter.Table, to, adds);
        for (var i = 0; i < things.Count; i++)
        {
            if (things[i].Table is { } table && table.Matches(alter.Table))
                things[i] = things[i] with { Table = to };
        }
    }

    private void Apply(Drop drop)
    {
        var kind = KindOf(drop.Kind);
        foreach (var name in drop.Names)
        {
            things.RemoveAll(thing =>
                thing.Kind == kind && thing.Name.Matches(name) && (drop.On is null || thing.IsOn(drop.On))
                || kind == "table" && thing.IsOn(name)
                || kind == "schema" && (thing.Name.Schema == name.Name || thing.Table?.Schema == name.Name)
            );
        }
        if (drop.Cascade)
            things.RemoveAll(thing => thing.Kind is "view" or "materialized view" or "constraint" or "trigger");
    }

    /// <summary>In a down part it puts back what was replaced.</summary>
    private void Add(Thing thing, bool adds)
    {
        things.RemoveAll(other =>
            other.Kind == thing.Kind && other.Name.Matches(thing.Name) && thing.Name.Name.Length > 0 && other.Table == thing.Table
        );
        if (adds)
            things.Add(thing with { At = at });
    }

    /// <summary>A new name is something made, too: the down part has to give the old one back.</summary>
    private void Replace(string kind, ObjectName? table, ObjectName from, ObjectName to, bool adds)
    {
        things.RemoveAll(thing => thing.Kind == kind && thing.Name.Matches(from) && (table is null || thing.IsOn(table)));
        if (adds)
            things.Add(new Thing(kind, to, table) { At = at });
    }

    private static string KindOf(string kind) =>
        kind switch
        {
            "domain" => "type",
            "procedure" or "routine" or "aggregate" => "function",
            _ => kind,
        };

    private static string TextOf(CreateIndex index) =>
        string.Join(' ', index.Keys.Select(key => key.Text).Concat(index.Included).Append(index.Where));

    private static string TextOf(TableConstraint constraint) =>
        string.Join(' ', constraint.Columns.Select(Scaffolding.Model.Sql.Quote).Append(constraint.Expression));

    /// <param name="Table">What it is on; for the value of an enum, its type.</param>
    /// <param name="Text">Where the columns stand that it needs.</param>
    private sealed record Thing(string Kind, ObjectName Name, ObjectName? Table = null, string Text = "")
    {
        public StatementContext? At { get; init; }

        public bool IsOn(ObjectName table) => Table is { } own && own.Matches(table);

        public bool Is(string kind, string name) => Kind == kind && Name.Name == name;

        public bool Mentions(string column)
        {
            var sql = new SqlCursor(Text);
            while (!sql.AtEnd)
            {
                if (sql.SeesName && sql.Identifier() == column)
                    return true;
                if (!sql.AtEnd && !sql.SeesName && !sql.TakesSign('(') && !sql.TakesSign(')'))
                    sql.Step();
            }
            return false;
        }

        public override string ToString() =>
            (Name.Name.Length == 0 ? $"{Kind} without a name" : $"{Kind} {Name}")
            + (Table is null || Kind == "index" ? "" : $" of {Table}");
    }
}
