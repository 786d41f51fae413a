using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class SchemaAndDataMixed : Rule
{
    public override string Id => "schema-and-data-mixed";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A file changes both tables and rows in use.";

    public override string Why =>
        "The lock of the schema change is held for as long as the rows take, and a failure of either takes both back; "
        + "data changes want batches, schema changes want to be short.";

    public override string Instead =>
        """
            -- 20260101120000_add_currency.sql
            alter table orders add column currency text;

            -- 20260101120001_fill_currency.sql: in batches, transaction:false

            -- 20260101120002_require_currency.sql
            """;

    public override IEnumerable<Hit> Check(FileContext file)
    {
        var all = file
            .Up.SelectMany(statement => ProceduralBody.And(statement.Statement), (statement, what) => (At: statement, What: what))
            .ToList();
        var schema = all.Find(one => ChangedTable(one.What) is { } table && !one.At.IsNew(table));
        var data = all.Find(one => one.What is ChangeRows rows && !one.At.IsNew(rows.Table));
        if (schema.What is null || data.What is not ChangeRows change)
            yield break;
        yield return new Hit($"The file changes what {ChangedTable(schema.What)} is, and rows of {change.Table}: take a file for each.")
        {
            At = data.At,
        };
    }

    private static ObjectName? ChangedTable(Statement statement) =>
        statement switch
        {
            AlterTable { Kind: RelationKind.Table } alter => alter.Table,
            CreateIndex index => index.Table,
            Drop { Kind: "table" } drop => drop.Names[0],
            _ => null,
        };
}
