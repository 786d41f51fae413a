using Npgsql;

namespace Acme.Platform.Errors;

/// <summary>The constraints of a module's tables, each with the request member that it is about.</summary>
public sealed class ConstraintFields(string schema) : Dictionary<string, string>(StringComparer.Ordinal)
{
    public string Schema { get; } = schema;
}

/// <summary>Those of all modules.</summary>
public sealed class Constraints(IEnumerable<ConstraintFields> modules)
{
    private readonly Dictionary<string, ConstraintFields> fields = modules.ToDictionary(module => module.Schema, StringComparer.Ordinal);

    /// <summary>The request members that a violated constraint is about; none where it is about no single one.</summary>
    public string[] FieldsOf(PostgresException violation) =>
        fields.GetValueOrDefault(violation.SchemaName ?? "")?.GetValueOrDefault(violation.ConstraintName ?? "") is { } field ? [field] : [];
}
