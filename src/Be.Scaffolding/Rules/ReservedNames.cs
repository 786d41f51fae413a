namespace Be.Scaffolding.Rules;

/// <summary>Names that cannot be used, with the reason. Reserved words of C# and PostgreSQL are not among them.</summary>
internal static class ReservedNames
{
    /// <summary>What be.json may list under <c>traits</c>.</summary>
    public static readonly string[] Traits = ["owned", "audited", "softDelete"];

    /// <summary>Whether an entity may gain the trait when it is there already.</summary>
    public static bool CanBeAdded(string trait) => trait == "audited";

    /// <summary>
    /// Names that the code of a slice and its tests could not tell from their own, each with what an entity could be called instead.
    /// Each was tried: other types of .NET (List, Attribute, Program, …) do no harm.
    /// </summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["ApiError"] = "FaultReport",
        ["ApiFixture"] = "Fixture",
        ["Caller"] = "Contact",
        ["CancellationToken"] = "CancellationCode",
        ["CreatedAt"] = "Creation",
        ["DatabaseSession"] = "DatabaseVisit",
        ["DateOnly"] = "Day",
        ["DateTimeOffset"] = "Moment",
        ["EnumText"] = "Label",
        ["Guid"] = "Identifier",
        ["HttpClient"] = "WebClient",
        ["HttpStatusCode"] = "StatusCode",
        ["Id"] = "Identifier",
        ["IfMatch"] = "Condition",
        ["Include"] = "Inclusion",
        ["IncludeRules"] = "InclusionRules",
        ["JsonArray"] = "Sequence",
        ["JsonElement"] = "Element",
        ["JsonNode"] = "Node",
        ["JsonObject"] = "Document",
        ["ListQuery"] = "Question",
        ["ListTable"] = "Table",
        ["MergePatch"] = "Amendment",
        ["NoContent"] = "EmptyContent",
        ["NpgsqlCommand"] = "DatabaseCommand",
        ["NpgsqlDataReader"] = "DatabaseReader",
        ["NpgsqlDataSource"] = "DatabaseSource",
        ["Page"] = "WebPage",
        ["String"] = "Phrase",
        ["Task"] = "WorkItem",
        ["TimeOnly"] = "Hour",
        ["TypedResults"] = "Outcome",
        ["UpdatedAt"] = "Change",
        ["Xmin"] = "Revision",
    };

    private static readonly HashSet<string> RecordMembers =
    [
        "Clone",
        "Deconstruct",
        "EqualityContract",
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "PrintMembers",
        "ReferenceEquals",
        "ToString",
    ];

    /// <summary>Namespaces that code of a hexagon finds before it finds an entity of the name.</summary>
    public static readonly string[] ProjectsOfTheHexagon =
    [
        "Adapters",
        "Application",
        "Domain",
        "Host",
        "Http",
        "Platform",
        "Postgres",
        "Testing",
        "Tests",
    ];

    /// <summary>Namespaces that code of any layout finds before it finds an event of the name.</summary>
    public static readonly string[] PartsOfTheSolution =
    [
        .. ProjectsOfTheHexagon,
        "Api",
        "Consumers",
        "Contracts",
        "Events",
        "Messaging",
        "Modules",
    ];

    /// <summary>Types of a hexagon that an entity of the name would hide.</summary>
    public static readonly string[] TypesOfTheHexagon =
    [
        "InMemoryStore",
        "Invariant",
        "InvariantException",
        "RefusalReason",
        "Refusals",
        "RefusedException",
    ];

    /// <summary>Section 5.6 of the PostgreSQL manual.</summary>
    private static readonly HashSet<string> SystemColumns = ["cmax", "cmin", "ctid", "tableoid", "xmax", "xmin"];

    private static readonly HashSet<string> Columns = ["id", "createdAt", "updatedAt"];

    /// <summary>What an entity could be called instead; null when its name is free.</summary>
    public static string? Entity(string pascal) => Types.GetValueOrDefault(pascal);

    public static bool Module(string pascal) => pascal is "System" or "Microsoft" or "Npgsql";

    /// <summary>Why a schema cannot be called so; null when it can.</summary>
    public static string? Schema(string snake) =>
        snake switch
        {
            _ when snake.StartsWith("pg_", StringComparison.Ordinal) =>
                $"PostgreSQL keeps schemas that start with pg_ for itself ({snake}).",
            "public" => "the schema public is every database's own.",
            "messaging" => "the schema messaging is that of the outbox and the inbox.",
            "idempotency" => "the schema idempotency is that of repeated requests.",
            "lists" => "the schema lists is that of the key of cursors.",
            "jobs" => "the schema jobs is that of background work.",
            "information_schema" => "the schema information_schema is every database's own.",
            _ => null,
        };

    public static bool RecordMember(string pascal) => RecordMembers.Contains(pascal);

    /// <summary>Projects and containers that stand beside the services.</summary>
    public static bool ProjectOfServices(string pascal) => pascal is "Contracts" or "Gateway" or "Platform" or "Testing";

    public static bool MemberOfTheHexagon(string pascal) => pascal is "ChangedTo" or "Invariant";

    public static bool SystemColumn(string snake) => SystemColumns.Contains(snake);

    public static bool EveryEntityHas(string camel) => Columns.Contains(camel);

    /// <summary>The trait that adds such a member; null when none does.</summary>
    public static string? TraitColumn(IEnumerable<string> traits, string camel) =>
        traits.FirstOrDefault(trait => (trait, camel) is ("owned", "ownerId") or ("softDelete", "deletedAt"));
}
