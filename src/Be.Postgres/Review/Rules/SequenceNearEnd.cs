namespace Be.Postgres.Review.Rules;

internal sealed class SequenceNearEnd : ReviewRule
{
    public override string Id => "sequence-near-end";

    public override Area Area => Area.Maintenance;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A sequence has used most of its numbers.";

    public override string Why =>
        "After the last number every insert fails. An integer column ends at 2,147,483,647, also when a bigint sequence feeds it. PostgreSQL "
        + "manual, \"CREATE SEQUENCE\"; the PostgreSQL wiki's \"Don't Do This\" on serial.";

    public override string Instead =>
        """
            an integer column: a bigint column beside it, filled by a trigger and in batches, then renamed into its place; while nobody works,
            alter table … alter column … type bigint rewrites it at once
            a sequence that is narrower than its column: alter sequence … as bigint
            a maximum that somebody set: alter sequence … no maxvalue
            """;

    public override string Sql =>
        $"""
            with sequences as materialized (
                select
                    s.seqrelid, s.seqmin, n.nspname, c.relname, fed.name as column, fed.type,
                    least(s.seqmax, case fed.type when 'int2'::regtype then 32767 when 'int4'::regtype then 2147483647 else s.seqmax end) as last,
                    s.seqtypid in ('int2'::regtype, 'int4'::regtype) and coalesce(fed.type, 'int8'::regtype) = 'int8'::regtype as widens,
                    format_type(s.seqtypid, null) as narrow
                from pg_sequence s
                join pg_class c on c.oid = s.seqrelid and c.relpersistence = 'p'
                join pg_namespace n on n.oid = c.relnamespace
                left join lateral (
                    select format('%I.%I.%I', owner.nspname, t.relname, a.attname) as name, a.atttypid::regtype as type, t.reltuples
                    from (
                        select d.refobjid as relid, d.refobjsubid as attnum
                        from pg_depend d
                        where d.classid = 'pg_class'::regclass and d.objid = s.seqrelid and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
                        union
                        select f.adrelid, f.adnum
                        from pg_depend d
                        join pg_attrdef f on f.oid = d.objid
                        where d.classid = 'pg_attrdef'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = s.seqrelid
                    ) as used
                    join pg_class t on t.oid = used.relid
                    join pg_namespace owner on owner.oid = t.relnamespace
                    join pg_attribute a on a.attrelid = used.relid and a.attnum = used.attnum
                    order by case a.atttypid when 'int2'::regtype then 1 when 'int4'::regtype then 2 else 3 end
                    limit 1
                ) as fed on true
                where s.seqincrement > 0 and not s.seqcycle and {Own.Schema("n")} and {Own.Object("pg_class", "c.oid")}
                    and has_sequence_privilege(s.seqrelid, 'select, usage')
                    -- Only bigint itself ends there, and that nobody lives to see.
                    and least(s.seqmax, case fed.type when 'int2'::regtype then 32767 when 'int4'::regtype then 2147483647 else s.seqmax end)
                        < 9223372036854775807
                -- Reading a sequence takes a lock until the end of the transaction, and a server has only so many.
                order by fed.reltuples desc nulls last
                limit 1000
            ),
            used as (
                select *, pg_sequence_last_value(seqrelid::regclass) as value from sequences
            ),
            shares as (
                select *, (value - seqmin)::float8 / nullif(last - seqmin, 0) as share from used
            )
            select
                format('%I.%I', nspname, relname) as subject,
                format('is at %s of %s (%s %%)', value, last, floor(share * 100))
                    || coalesce('; it feeds ' || "column" || ', ' || type::text, '') as detail,
                share::float8 as weight,
                case when share > 0.9 then 'now' else 'soon' end as urgency,
                widens,
                relname as name,
                narrow
            from shares
            where share > 0.7
            order by weight desc, subject
            """;

    public override string Hidden =>
        $"""
            select format('%s sequences may not be read by this role: grant select on all sequences in their schemas to it', count(*))
            from pg_sequence s
            join pg_class c on c.oid = s.seqrelid
            join pg_namespace n on n.oid = c.relnamespace
            where {Own.Schema("n")} and not has_sequence_privilege(s.seqrelid, 'select, usage')
            having count(*) > 0
            """;

    /// <summary>Only the catalogue changes where nothing but the sequence is narrow.</summary>
    public override MigrationPair? Fix(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Text("widens") == "True"
            ? new MigrationPair(
                $"widen_{row.Text("name")}",
                $"alter sequence {row.Subject} as bigint;",
                $"alter sequence {row.Subject} as {row.Text("narrow")};"
            )
            : null;
    }
}
