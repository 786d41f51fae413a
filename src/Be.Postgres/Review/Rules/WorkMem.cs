namespace Be.Postgres.Review.Rules;

internal sealed class WorkMem : ReviewRule
{
    public override string Id => "work-mem";

    public override Area Area => Area.Settings;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "Sorts and hashes go to disk.";

    public override string Why =>
        "What does not fit into work_mem is written to temporary files and read again. PostgreSQL manual, \"Resource Consumption\" "
        + "(work_mem), where it says that one query may take it several times.";

    public override string Instead =>
        "set work_mem for the role that runs the large queries (alter role … set work_mem = '64MB'), or make them sort less; log_temp_files "
        + "= 0 names them";

    public override string Sql =>
        """
            select
                'work_mem' as subject,
                format(
                    'is %s; %s temporary files with %s were written since %s', current_setting('work_mem'), d.temp_files,
                        pg_size_pretty(d.temp_bytes),
                    coalesce(to_char(d.stats_reset, 'YYYY-MM-DD'), 'the first start')
                ) as detail,
                d.temp_bytes::float8 as weight
            from pg_stat_database d
            where d.datname = current_database() and d.temp_files > 10
                and d.temp_bytes > greatest(100 * 1024 * 1024, pg_database_size(current_database()))
                and pg_size_bytes(current_setting('work_mem')) < 64 * 1024 * 1024
            """;
}
