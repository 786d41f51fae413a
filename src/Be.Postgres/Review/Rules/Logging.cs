namespace Be.Postgres.Review.Rules;

internal sealed class Logging : ReviewRule
{
    public override string Id => "logging";

    public override Area Area => Area.Settings;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "Nothing records which queries are slow.";

    public override string Why =>
        "When the database is slow one day, nobody can tell since when and by what. PostgreSQL manual, \"Error Reporting and Logging\" "
        + "(log_min_duration_statement) and \"pg_stat_statements\".";

    public override string Instead =>
        """
            alter system set shared_preload_libraries = 'pg_stat_statements'; after a restart create extension pg_stat_statements
            or alter system set log_min_duration_statement = '500ms'; select pg_reload_conf();
            """;

    public override string Sql =>
        """
            select s.name as subject, 'is -1, and there is no pg_stat_statements' as detail, 1::float8 as weight
            from pg_settings s
            where s.name = 'log_min_duration_statement' and s.reset_val = '-1'
                and not exists (select from pg_extension e where e.extname = 'pg_stat_statements')
            """;
}
