namespace Be.Postgres.Review.Rules;

internal sealed class SecretInPlain : ReviewRule
{
    private const string Secret =
        "(^|_)(password|passwd|pwd|passphrase|secret|token|api_?key|access_key|private_key|ssn|iban|card_number|credit_card|cvv|cvc)($|_)";

    private const string Harmless =
        "(hash|hashed|digest|encrypted|cipher|ciphertext|id|hint|kind|type|name|prefix|salt|url|uri|policy|status)$";

    public override string Id => "secret-in-plain";

    public override Area Area => Area.Security;

    public override Urgency Urgency => Urgency.Soon;

    public override string Title => "A column of text keeps a secret or a number of a person, going by its name alone.";

    public override string Why =>
        "Every backup, replica, log of slow statements and role that may select has it in clear. OWASP Cheat Sheets, "
        + "\"Password Storage\" and \"Cryptographic Storage\".";

    public override string Instead =>
        "passwords and tokens: keep a hash, in bytea or a column whose name says so; numbers of cards and people: encrypt them "
        + "in the application, or let a provider keep them; neither: grant select on the other columns only";

    public override string Sql =>
        $"""
            select
                {Own.Column} as subject,
                format('%s; by its name only, in a table of %s', format_type(a.atttypid, a.atttypmod), {Own.About}) as detail,
                {Own.Rows} as weight
            from {Own.Columns}
            where a.atttypid in ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype) and a.attname ~* '{Secret}' and a.attname !~* '{Harmless}'
            order by weight desc, subject
            """;
}
