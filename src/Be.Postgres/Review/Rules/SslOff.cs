namespace Be.Postgres.Review.Rules;

internal sealed class SslOff : ReviewRule
{
    public override string Id => "ssl-off";

    public override Area Area => Area.Security;

    public override Urgency Urgency => Urgency.Advice;

    public override string Title => "Connections over the network are not encrypted.";

    public override string Why =>
        "Passwords' proofs, queries and rows can be read and changed on the way. PostgreSQL manual, \"Secure TCP/IP Connections with SSL\".";

    public override string Instead =>
        "alter system set ssl = on with ssl_cert_file and ssl_key_file, hostssl in pg_hba.conf, and sslmode=verify-full in connection strings";

    public override string Sql =>
        """
            select s.name as subject, format('is off, and the server listens on %s', a.setting) as detail, 1::float8 as weight
            from pg_settings s
            join pg_settings a on a.name = 'listen_addresses'
            where s.name = 'ssl' and s.setting = 'off' and a.setting !~ '^\s*((localhost|127\.[0-9.]+|::1)\s*(,\s*|$))*$'
            """;
}
