namespace Be.Postgres.Lint;

/// <summary>How rows of a table in use are changed without holding all of them.</summary>
internal static class BatchedChange
{
    /// <summary>A file that changes a thousand rows at a time, and goes on where it stopped when it is run again.</summary>
    public const string Example = """
        -- migrate:up transaction:false
        do $$
        declare changed bigint;
        begin
            loop
                update orders set currency = 'EUR'
                where id in (select id from orders where currency is null limit 1000 for update skip locked);
                get diagnostics changed = row_count;
                commit;
                exit when changed = 0;
            end loop;
        end
        $$;
        """;
}
