using Be.Scaffolding.Model;

namespace Be.Scaffolding.Fields;

/// <summary>Reads <c>ref(Entity)</c> and <c>ref(Module.Entity, cascade)</c>.</summary>
internal sealed class ReferenceParser(FieldParts parts, Place place)
{
    public ReferenceType Parse()
    {
        var arguments = (parts.Arguments ?? "").Split(',').Select(argument => argument.Trim()).ToArray();
        var target = arguments[0].Split('.');
        if (arguments.Length > 2 || target.Length > 2 || target.Any(name => name.Length == 0))
        {
            var entity = NameWords.Suggestion(parts.Name).Pascal;
            throw place.Error("a reference names one entity.", $"Write: {parts with { Arguments = entity }}");
        }
        var onDelete = arguments.Length == 1 ? OnDelete.Restrict : Action(arguments[0], arguments[1]);
        if (onDelete == OnDelete.SetNull && !parts.Nullable)
            throw place.Error("setNull needs a field that may be null ('?').", $"Write: {parts with { Nullable = true }}");
        RefuseAnotherId();
        return new ReferenceType(target.Length == 2 ? place.Name(target[0]).Pascal : null, place.Name(target[^1]).Pascal, onDelete);
    }

    private OnDelete Action(string target, string text) =>
        text switch
        {
            "restrict" => OnDelete.Restrict,
            "cascade" => OnDelete.Cascade,
            "setNull" => OnDelete.SetNull,
            _ => throw place.Error(
                $"'{text}' is not restrict, cascade or setNull.",
                $"Write: {parts with { Arguments = $"{target}, {Meant(text)}" }}"
            ),
        };

    private string Meant(string text) =>
        text.ToUpperInvariant() switch
        {
            "CASCADE" => "cascade",
            _ when text.Contains("null", StringComparison.OrdinalIgnoreCase) && parts.Nullable => "setNull",
            _ => "restrict",
        };

    /// <summary><c>customerId:ref(Customer)</c> would make a column <c>customer_id_id</c>.</summary>
    private void RefuseAnotherId()
    {
        var words = Name.Parse(parts.Name).Words;
        if (words.EndsWith(" id", StringComparison.Ordinal))
        {
            throw place.Error(
                "the column and the property of a reference add the Id themselves.",
                $"Write: {parts with { Name = Name.Parse(words[..^3].Replace(' ', '_')).Camel }}"
            );
        }
    }
}
