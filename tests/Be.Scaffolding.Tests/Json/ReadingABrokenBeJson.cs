using Be.Scaffolding.Json;

namespace Be.Scaffolding.Tests.Json;

public sealed class ReadingABrokenBeJson
{
    private const string Options = """{ "errors": "envelope", "ids": "uuid", "docker": true, "ci": "none" }""";

    [Theory]
    [InlineData("", "be.json is not JSON in line 1, column 1: ")]
    [InlineData("{\n  \"version\": 1,\n}", "be.json is not JSON in line 3, column 1: ")]
    [InlineData("{\n  // mine\n  \"version\": 1 }", "be.json is not JSON in line 2, column 3: ")]
    [InlineData("{ \"version\": 1, \"version\": 1 }", "be.json is not JSON: Duplicate property 'version'")]
    public void NamesTheLine(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<UserError>(() => BeJson.Parse(text)).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "the file: is an array, not an object.", "Write: { \"$schema\": … }")]
    [InlineData("{}", "the file: \"version\" is missing.", "Add: \"version\": 1")]
    [InlineData("{ \"version\": \"1\" }", "version: is the text \"1\".", "Write: \"version\": 1")]
    [InlineData("{ \"version\": 0 }", "version: 0 is no version of the format.", "Write: \"version\": 1")]
    [InlineData(
        "{ \"version\": 2 }",
        "version: the format has version 2, this tool knows 1.",
        "Update the tool: dotnet tool update --global Be.Cli"
    )]
    [InlineData("{ \"version\": 1, \"modlues\": [] }", "the file: there is no member \"modlues\" here.", "Write: \"modules\"")]
    [InlineData(
        "{ \"version\": 1, \"owner\": 1 }",
        "the file: there is no member \"owner\" here.",
        "Members are $schema, version, name, layout, templates, options, modules."
    )]
    [InlineData("{ \"version\": 1, \"name\": null }", "name: is null.", "Write: \"name\": \"Shop\"")]
    [InlineData(
        "{ \"version\": 1, \"name\": \"Shop\", \"layout\": \"onion\" }",
        "layout: there is no \"onion\".",
        "Write one of monolith, hexagonal, microservices."
    )]
    public void NamesTheMember(string text, string problem, string remedy) => AssertRefused(text, problem, remedy);

    [Theory]
    [InlineData(
        """{ "errors": "envelope", "ids": "guid", "docker": true, "ci": "none" }""",
        "options.ids: there is no \"guid\".",
        "Write one of uuid, bigint."
    )]
    [InlineData(
        """{ "errors": "envelope", "ids": "uuid", "docker": "yes", "ci": "none" }""",
        "options.docker: is the text \"yes\".",
        "Write: \"docker\": true"
    )]
    [InlineData("""{ "errors": "envelope", "ids": "uuid", "docker": true }""", "options: \"ci\" is missing.", "Add: \"ci\": \"github\"")]
    [InlineData(
        """{ "errors": "envelope", "ids": "uuid", "docker": true, "ci": "none", "colour": true }""",
        "options: there is no member \"colour\" here.",
        "Members are errors, ids, docker, kubernetes, ci, messaging, requireIfMatch, auth."
    )]
    public void ChecksTheOptions(string options, string problem, string remedy) => AssertRefused(Solution("[]", options), problem, remedy);

    [Theory]
    [InlineData("{}", "modules: is an object.", "Write: \"modules\": []")]
    [InlineData("[ 1 ]", "modules[0]: is 1, not an object.", "Write: { \"name\": … }")]
    [InlineData("""[ { "name": "Sales" } ]""", "modules[0]: \"entities\" is missing.", "Add: \"entities\": []")]
    [InlineData(
        """[ { "name": "Système", "entities": [] } ]""",
        "modules[0].name: the name 'Système' contains 'è' (U+00E8).",
        "Use ASCII letters and digits, starting with a letter, such as Systeme."
    )]
    [InlineData(
        """[ { "name": "Sales", "entities": [] }, { "name": "SALES", "entities": [] } ]""",
        "modules[1]: there is a module Sales already (case aside).",
        "Give one of them another name."
    )]
    public void ChecksTheModules(string modules, string problem, string remedy) => AssertRefused(Solution(modules), problem, remedy);

    [Theory]
    [InlineData(
        """{ "name": "Order", "fields": [ "a:int", 5 ] }""",
        "modules[0].entities[0].fields[1]: is 5.",
        "Write: \"name:string(100)\""
    )]
    [InlineData(
        """{ "name": "Order", "fields": [ "a:int", "b:strng(5)" ] }""",
        "modules[0].entities[0].fields[1] 'b:strng(5)': there is no type 'strng'.",
        "Write: b:string(5)"
    )]
    [InlineData(
        """{ "name": "Order", "fields": [ "id:uuid" ] }""",
        "modules[0].entities[0].fields[0] 'id:uuid': every entity has id already.",
        "Leave the field out."
    )]
    [InlineData(
        """{ "name": "Order", "fields": [ "customer:ref(Customer)" ] }""",
        "modules[0].entities[0].fields[0] 'customer:ref(Customer, restrict)': there is no entity Customer in Sales.",
        "Make it first (be scaffold api --entity Customer --module Sales), or refer to one of Order."
    )]
    [InlineData(
        """{ "name": "Order", "traits": [ "adited" ], "fields": [] }""",
        "modules[0].entities[0]: there is no trait 'adited'.",
        "Traits are owned, audited, softDelete."
    )]
    [InlineData(
        """{ "name": "Order", "sorts": [ "-total,name" ], "fields": [ "total:int" ] }""",
        "modules[0].entities[0]: the sort '-total,name' names 'name', which is no field to sort by.",
        "Sort by id, createdAt, total."
    )]
    [InlineData(
        """{ "name": "Order", "sort": [], "fields": [] }""",
        "modules[0].entities[0]: there is no member \"sort\" here.",
        "Write: \"sorts\""
    )]
    public void ChecksTheEntities(string entity, string problem, string remedy) =>
        AssertRefused(Solution($$"""[ { "name": "Sales", "entities": [ {{entity}} ] } ]"""), problem, remedy);

    [Theory]
    [InlineData("../Shop", "the name holds '/'.")]
    [InlineData("", "the name '' is empty or starts or ends with a space or a dot.")]
    [InlineData("..", "the name '..' is empty or starts or ends with a space or a dot.")]
    [InlineData("a\\u0007b", "the name holds the control character U+0007.")]
    public void RefusesANameThatIsNoFileName(string name, string problem) =>
        AssertRefused(
            Solution("[]").Replace("Shop", name, StringComparison.Ordinal),
            "name: " + problem,
            "Name it as a file could be named, such as Shop."
        );

    private static string Solution(string modules, string options = Options) =>
        $$"""{ "version": 1, "name": "Shop", "layout": "monolith", "templates": "1", "options": {{options}}, "modules": {{modules}} }""";

    private static void AssertRefused(string text, string problem, string remedy)
    {
        var error = Assert.Throws<UserError>(() => BeJson.Parse(text));

        Assert.Equal(("be.json: " + problem, remedy, 1), (error.Problem, error.Remedy, error.ExitCode));
    }
}
