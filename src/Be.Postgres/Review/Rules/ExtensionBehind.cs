namespace Be.Postgres.Review.Rules;

internal sealed class ExtensionBehind : ReviewRule
{
    public override string Id => "extension-behind";

    public override Area Area => Area.Maintenance;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "An extension is older than the server's files for it.";

    public override string Why =>
        "Upgrading PostgreSQL brings new files; what is in the database stays as it was until it is told, fixes included. PostgreSQL manual, "
        + "\"ALTER EXTENSION\".";

    public override string Instead => "alter extension … update";

    public override string Sql =>
        """
            select
                quote_ident(e.extname) as subject,
                format('is at %s; the server has %s', e.extversion, a.default_version) as detail,
                1::float8 as weight,
                e.extname as name,
                a.default_version as version
            from pg_extension e
            join pg_available_extensions a on a.name = e.extname and a.default_version <> e.extversion
            -- Not where the database is ahead.
            where exists (
                select
                from pg_extension_update_paths(e.extname) p
                where p.source = e.extversion and p.target = a.default_version and p.path is not null
            )
            order by subject
            """;

    public override MigrationPair Fix(ReviewRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new MigrationPair(
            $"update_extension_{row.Text("name")}",
            $"alter extension {row.Subject} update to '{row.Text("version").Replace("'", "''", StringComparison.Ordinal)}';",
            "-- Extensions come without scripts that lead back.\nselect 1;"
        );
    }
}
