using System.Text;

namespace Be.Postgres.Lint.Rules;

internal sealed class IdentifierTooLong : Rule
{
    public override string Id => "identifier-too-long";

    public override Severity Severity => Severity.Warning;

    public override string Title => "A name is longer than PostgreSQL keeps.";

    public override string Why =>
        "It is cut to 63 bytes with a notice that nobody reads: two names may become one, and the name in the file is "
        + "none that the database knows. PostgreSQL manual, \"Identifiers and Key Words\".";

    public override string Instead =>
        "a shorter name, at most 63 bytes; for what PostgreSQL names itself, a name of your own (constraint … unique)";

    public override IEnumerable<Hit> Check(StatementContext statement)
    {
        foreach (var (kind, name) in NewName.Of(statement.Statement).Distinct())
        {
            var bytes = Encoding.UTF8.GetByteCount(name);
            if (bytes > Scaffolding.Model.Sql.MaxIdentifierBytes)
                yield return new Hit(
                    $"The {kind} {name} has {bytes} bytes; PostgreSQL cuts it to {Scaffolding.Model.Sql.MaxIdentifierBytes}."
                );
        }
    }
}
