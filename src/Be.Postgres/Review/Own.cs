namespace Be.Postgres.Review;

/// <summary>Parts of queries that rules share: what belongs to the database's users, and what a role does not see of it.</summary>
internal static class Own
{
    /// <summary>Whether a schema is neither PostgreSQL's own nor a temporary one.</summary>
    /// <param name="schema">The alias of <c>pg_namespace</c>.</param>
    public static string Schema(string schema) =>
        $"{schema}.nspname not in ('pg_catalog', 'information_schema') and {schema}.nspname !~ '^pg_(toast|temp)'";

    /// <summary>Whether no extension brought the object.</summary>
    /// <param name="catalogue">Where it is: <c>pg_class</c>, <c>pg_proc</c>.</param>
    /// <param name="oid">Its oid, with its alias.</param>
    public static string Object(string catalogue, string oid) =>
        $"not exists (select from pg_depend d where d.classid = '{catalogue}'::regclass and d.objid = {oid} and d.deptype = 'e')";

    /// <summary>Tables as <c>c</c> with their schema as <c>n</c>, for a <c>from</c>. What is wrong with a partition is said of its parent.</summary>
    public static string Tables =>
        $"""
            pg_class c
            join pg_namespace n on n.oid = c.relnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and {Schema("n")} and {Object("pg_class", "c.oid")}
            """;

    /// <summary>Their columns as <c>a</c>, those that a table inherits aside.</summary>
    public static string Columns =>
        $"{Tables}\njoin pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attislocal";

    /// <summary>A column as SQL would name it, for <see cref="Columns"/>.</summary>
    public const string Column = "format('%I.%I.%I', n.nspname, c.relname, a.attname)";

    /// <summary>The columns that meet a condition, for a rule about types.</summary>
    /// <param name="condition">On <c>a</c>, <c>c</c> or <c>n</c>.</param>
    public static string ColumnsWhere(string condition) =>
        $"""
            select
                {Column} as subject,
                format('%s, in a table of %s', format_type(a.atttypid, a.atttypmod), {About}) as detail,
                {Rows} as weight
            from {Columns}
            where {condition}
            order by weight desc, subject
            """;

    /// <summary>About how many rows a table has, as a number and as text, for <see cref="Tables"/>.</summary>
    public const string Rows = "greatest(c.reltuples, 0)::float8";

    /// <inheritdoc cref="Rows"/>
    public const string About =
        "case when c.reltuples < 0 then 'nobody knows how many rows' else format('about %s rows', c.reltuples::bigint) end";

    /// <summary>The bytes of a table without its indexes, for <see cref="Tables"/>; of all its partitions together.</summary>
    public const string Size = """
        case c.relkind
            when 'p' then (select coalesce(sum(pg_table_size(part.relid)), 0)::bigint from pg_partition_tree(c.oid) part)
            else pg_table_size(c.oid)
        end
        """;

    /// <summary>Indexes of tables as <c>i</c>, with their names in <c>x</c> and their method in <c>m</c>.</summary>
    public static string Indexes =>
        $"""
            {Tables}
            join pg_index i on i.indrelid = c.oid and i.indisvalid
            join pg_class x on x.oid = i.indexrelid
            join pg_am m on m.oid = x.relam
            """;

    /// <summary>An index as SQL would name it, for <see cref="Indexes"/>.</summary>
    public const string Index = "format('%I.%I', n.nspname, x.relname)";

    /// <summary>What makes an index again without blocking anybody, for <see cref="Indexes"/>.</summary>
    public const string IndexDefinition =
        @"regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX ', 'CREATE \1INDEX CONCURRENTLY IF NOT EXISTS ')";

    /// <summary>Whether a constraint, a foreign key that leads to its table, or logical replication needs the index.</summary>
    /// <param name="index">The alias of <c>pg_index</c>.</param>
    public static string IsNeeded(string index) =>
        $"({index}.indisreplident or exists (select from pg_constraint needs where needs.conindid = {index}.indexrelid))";

    /// <summary>For <see cref="ReviewRule.Hidden"/> of a rule that reads <c>pg_stats</c>, which shows a role only what it may select.</summary>
    public static string HiddenStatistics =>
        $"""
            select format('pg_stats hides %s of %s tables: grant pg_read_all_data to this role', count(*) filter (where hidden), count(*))
            from (
                select not has_any_column_privilege(c.oid, 'select') or row_security_active(c.oid) as hidden
                from {Tables}
            ) as tables
            having count(*) filter (where hidden) > 0
            """;

    /// <summary>For <see cref="ReviewRule.Hidden"/> of a rule that reads what other roles' sessions do.</summary>
    public const string HiddenActivity = """
        select 'PostgreSQL hides what sessions of other roles do: grant pg_read_all_stats to this role'
        where not pg_has_role('pg_read_all_stats', 'usage')
        """;
}
