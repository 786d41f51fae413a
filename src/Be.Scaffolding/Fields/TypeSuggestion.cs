namespace Be.Scaffolding.Fields;

/// <summary>What to write for a type that is not in the field language.</summary>
internal static class TypeSuggestion
{
    private const string Types =
        "string(n), text, email, url, int, long, decimal(p,s), bool, date, time, timestamp, uuid, bytes, json, enum(a,b), ref(Entity)";

    private static readonly Dictionary<string, (string Type, string? Arguments)> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["varchar"] = ("string", "100"),
        ["char"] = ("string", "100"),
        ["str"] = ("string", "100"),
        ["string"] = ("string", "100"),
        ["text"] = ("text", null),
        ["email"] = ("email", null),
        ["url"] = ("url", null),
        ["uri"] = ("url", null),
        ["int"] = ("int", null),
        ["integer"] = ("int", null),
        ["int4"] = ("int", null),
        ["int32"] = ("int", null),
        ["number"] = ("int", null),
        ["short"] = ("int", null),
        ["smallint"] = ("int", null),
        ["long"] = ("long", null),
        ["bigint"] = ("long", null),
        ["int8"] = ("long", null),
        ["int64"] = ("long", null),
        ["decimal"] = ("decimal", "18,2"),
        ["numeric"] = ("decimal", "18,2"),
        ["money"] = ("decimal", "18,2"),
        ["float"] = ("decimal", "18,2"),
        ["double"] = ("decimal", "18,2"),
        ["real"] = ("decimal", "18,2"),
        ["bool"] = ("bool", null),
        ["boolean"] = ("bool", null),
        ["date"] = ("date", null),
        ["dateonly"] = ("date", null),
        ["time"] = ("time", null),
        ["timeonly"] = ("time", null),
        ["timestamp"] = ("timestamp", null),
        ["timestamptz"] = ("timestamp", null),
        ["datetime"] = ("timestamp", null),
        ["datetimeoffset"] = ("timestamp", null),
        ["uuid"] = ("uuid", null),
        ["guid"] = ("uuid", null),
        ["bytes"] = ("bytes", null),
        ["bytea"] = ("bytes", null),
        ["blob"] = ("bytes", null),
        ["binary"] = ("bytes", null),
        ["json"] = ("json", null),
        ["jsonb"] = ("json", null),
        ["object"] = ("json", null),
        ["enum"] = ("enum", "draft,placed"),
        ["ref"] = ("ref", "Customer"),
        ["reference"] = ("ref", "Customer"),
        ["references"] = ("ref", "Customer"),
    };

    public static UserError For(FieldParts parts, Place place)
    {
        var problem = $"there is no type '{parts.Type}'.";
        if (Nearest.To(parts.Type, Meant.Keys) is not { } word)
            return place.Error(problem, $"Use one of {Types}.");
        var (type, arguments) = Meant[word];
        var keepsArguments = arguments is not null && parts.Arguments?.Split(',').Length == arguments.Split(',').Length;
        return place.Error(problem, $"Write: {parts with { Type = type, Arguments = keepsArguments ? parts.Arguments : arguments }}");
    }
}
