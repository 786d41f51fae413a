namespace Be.Postgres.Sql;

/// <summary>The name of a table, index, type or the like, as PostgreSQL reads it: unquoted letters folded to lower case.</summary>
/// <param name="Schema">Null where the statement leaves it to the search path.</param>
/// <param name="Name">The object itself.</param>
public sealed record ObjectName(string? Schema, string Name)
{
    /// <summary>As SQL, in quotes where they are needed.</summary>
    public override string ToString() =>
        Schema is null ? Scaffolding.Model.Sql.Quote(Name) : $"{Scaffolding.Model.Sql.Quote(Schema)}.{Scaffolding.Model.Sql.Quote(Name)}";

    /// <summary>Whether both can mean the same object: a schema that is not said can be any.</summary>
    public bool Matches(ObjectName other) => Name == other.Name && (Schema is null || other.Schema is null || Schema == other.Schema);
}
