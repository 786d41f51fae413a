namespace Be.EndToEnd.Tests;

internal static class Catalogue
{
    /// <summary>One line for each thing that a migration can make, with all that defines it.</summary>
    public const string Query = """
        with schemas as (
            select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
        ),
        relations as (
            select c.oid, c.relkind, s.nspname || '.' || c.relname as name, c.relname, obj_description(c.oid, 'pg_class') as comment
            from pg_class c join schemas s on s.oid = c.relnamespace
            where c.relname !~ '^schema_migration(s|_files)'
        ),
        things (line) as (
            select 'schema ' || nspname from schemas where nspname <> 'public'
            union all
            select concat_ws(' ', 'relation', relkind, name, comment) from relations
            union all
            select concat_ws(' ', 'column', r.name, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                             a.attgenerated, a.attcollation::regcollation, pg_get_expr(d.adbin, d.adrelid), col_description(r.oid, a.attnum))
            from relations r
            join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
            where r.relkind in ('r', 'p', 'v', 'm')
            union all
            select concat_ws(' ', 'constraint', r.name, k.conname, pg_get_constraintdef(k.oid), k.convalidated)
            from relations r join pg_constraint k on k.conrelid = r.oid
            union all
            select concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid), i.indisunique, i.indisvalid)
            from relations r join pg_index i on i.indrelid = r.oid
            union all
            select concat_ws(' ', 'trigger', r.name, pg_get_triggerdef(t.oid))
            from relations r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
            union all
            select concat_ws(' ', 'function', pg_get_functiondef(p.oid)) from pg_proc p join schemas s on s.oid = p.pronamespace where p.prokind = 'f'
            union all
            select concat_ws(' ', 'type', s.nspname || '.' || t.typname, t.typtype)
            from pg_type t join schemas s on s.oid = t.typnamespace
            where t.typtype in ('d', 'e')
            union all
            select concat_ws(' ', 'extension', extname, extversion) from pg_extension where extname <> 'plpgsql'
        )
        select line from things order by line collate "C"
        """;
}
