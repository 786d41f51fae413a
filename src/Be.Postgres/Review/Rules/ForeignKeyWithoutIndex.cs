using SqlNames = Be.Scaffolding.Model.Sql;

namespace Be.Postgres.Review.Rules;

internal sealed class ForeignKeyWithoutIndex : ReviewRule
{
    public override string Id => "foreign-key-without-index";

    public override Area Area => Area.Indexes;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A foreign key has no index that begins with its columns.";

    public override string Why =>
        "Deleting or renumbering a row of the other table reads all of this one to find what refers to it, while it holds "
        + "locks; joins read it, too. PostgreSQL manual, \"Foreign Keys\".";

    public override string Instead =>
        "create index concurrently on the table, beginning with the columns of the foreign key; of a partitioned table, on "
        + "each partition, then create index on the parent";

    public override string Sql =>
        $"""
            select
                format('%I.%I', n.nspname, c.relname) as subject,
                format('%I (%s) has no index; the table has %s', k.conname, columns.list, pg_size_pretty({Own.Size})) as detail,
                ({Own.Size})::float8 as weight,
                n.nspname as schema,
                c.relname as table,
                c.relkind = 'p' as is_partitioned,
                columns.names as columns
            from {Own.Tables}
            join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.conparentid = 0
            cross join lateral (
                select
                    array_agg(a.attname::text order by key.position) as names,
                    string_agg(quote_ident(a.attname), ', ' order by key.position) as list,
                    string_agg(format('(%I IS NOT NULL)', a.attname), ' AND ') as is_set
                from unnest(k.conkey) with ordinality as key (attnum, position)
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.attnum
            ) as columns
            where not exists (
                select
                from pg_index i
                join pg_class x on x.oid = i.indexrelid
                join pg_am m on m.oid = x.relam and m.amname in ('btree', 'hash')
                where i.indrelid = k.conrelid and i.indisvalid and i.indnkeyatts >= cardinality(k.conkey)
                    and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = columns.is_set)
                    and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
                    and k.conkey @> (i.indkey::int2[])[0:cardinality(k.conkey) - 1]
            )
            order by weight desc, subject
            """;

    public override MigrationPair? Fix(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Is("is_partitioned"))
            return null;
        var columns = row.Texts("columns");
        var name = SqlNames.ConstraintName([.. columns.Prepend(row.Text("table")).Append("idx").Select(MigrationPair.SnakeCase)]);
        var quoted = SqlNames.Quote(name);
        return new MigrationPair(
            "index_" + name,
            $"create index concurrently if not exists {quoted} on {row.Subject} ({string.Join(", ", columns.Select(SqlNames.Quote))});",
            $"drop index concurrently if exists {SqlNames.Quote(row.Text("schema"))}.{quoted};",
            InTransaction: false
        );
    }
}
