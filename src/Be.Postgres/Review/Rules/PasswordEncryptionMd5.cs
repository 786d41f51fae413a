namespace Be.Postgres.Review.Rules;

internal sealed class PasswordEncryptionMd5 : ReviewRule
{
    public override string Id => "password-encryption-md5";

    public override Area Area => Area.Security;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "New passwords are stored as MD5.";

    public override string Why =>
        "MD5 is quick to guess, and whoever has the hash can log in with it. PostgreSQL manual, \"Password Authentication\": use scram-sha-256.";

    public override string Instead =>
        "alter system set password_encryption = 'scram-sha-256'; select pg_reload_conf(); then set each password anew";

    public override string Sql =>
        """
            select s.name as subject, 'is md5' as detail, 1::float8 as weight
            from pg_settings s
            where s.name = 'password_encryption' and s.reset_val = 'md5'
            """;
}
