using Be.Postgres.Sql;

namespace Be.Postgres.Lint.Rules;

internal sealed class EnumType : Rule
{
    public override string Id => "enum-type";

    public override Severity Severity => Severity.Advice;

    public override string Title => "An enum type is made.";

    public override string Why =>
        "A value can be added and never taken away; the order is for ever; and a type in use cannot be changed but by "
        + "writing every column of it anew. PostgreSQL manual, \"Enumerated Types\".";

    public override string Instead =>
        """
            Text with a check, which later files replace without a lock that lasts (not valid, then validate):

            status text not null,
            constraint orders_status_check check (status in ('draft', 'placed', 'paid'))
            """;

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        if (statement.Statement is CreateType { Kind: TypeKind.Enum } type)
            yield return new Hit($"No value of {type.Type} can ever be taken away.");
    }
}
