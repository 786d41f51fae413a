using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Planning;

public sealed class RefusingAChangeOfTheModel : IDisposable
{
    private const string Later = "That comes with a later version; put it back, and write a migration with 'be migration add' meanwhile.";

    private static readonly Solution Orders = Models
        .Shop.Entity("Order", "number:int notes:text?", module: "Sales", sorts: "-createdAt,id")
        .Entity("Line");

    private readonly SmallSolution _solution = new();

    public RefusingAChangeOfTheModel() => _solution.Apply(Orders);

    [Theory]
    [InlineData("\"Orders\"", "\"Purchases\"", "entity Order: the plural Orders was changed to Purchases.")]
    [InlineData("\"name\": \"Line\"", "\"name\": \"Row\"", "module Sales: the entity Line was removed or renamed.")]
    [InlineData("\"name\": \"Sales\"", "\"name\": \"Shop\"", "modules: the module Sales was removed or renamed.")]
    [InlineData("\"uuid\"", "\"bigint\"", "name, layout and options: the solution's name, layout or options were changed.")]
    public void SaysWhatAndWhy(string text, string instead, string problem)
    {
        var error = AssertRefused(BeJson.Write(Orders).Replace(text, instead, StringComparison.Ordinal));

        Assert.Equal(("be.json: " + problem, Later, 1), (error.Problem, error.Remedy, error.ExitCode));
    }

    [Theory]
    [InlineData("\"docker\": true", "\"docker\": false")]
    [InlineData("\"kubernetes\": false", "\"kubernetes\": true")]
    public void NamesTheCommandsThatSwitchAnOptionOn(string text, string instead)
    {
        var error = AssertRefused(BeJson.Write(Orders).Replace(text, instead, StringComparison.Ordinal));

        Assert.Equal("be.json: docker or kubernetes was changed.", error.Problem);
        Assert.Equal("Put it back: 'be docker' and 'be kubernetes' switch theirs on.", error.Remedy);
    }

    [Theory]
    [InlineData("softDelete")]
    [InlineData("owned")]
    public void SaysAsTheCommandDoesWhatToDoInsteadOfATraitThatComesTooLate(string trait)
    {
        using var solution = new SmallSolution();
        var model = Orders with { Options = Orders.Options with { Auth = Auth.Accounts } };
        solution.Apply(model);

        var typed = Assert.Throws<UserError>(() => model.EntityWith("Order", [trait]));
        var edited = BeJson
            .Write(model)
            .Replace("\"plural\": \"Orders\"", $"\"plural\": \"Orders\", \"traits\": [ \"{trait}\" ]", StringComparison.Ordinal);
        var inFile = Assert.Throws<UserError>(() => solution.Plan(BeJson.Parse(edited)));

        Assert.Equal(($"be.json: entity Order: it exists without the trait '{trait}'.", 1), (inFile.Problem, inFile.ExitCode));
        Assert.Equal(typed.Remedy, inFile.Remedy);
        Assert.StartsWith("Only a new entity takes it", inFile.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paid:int", "Order may have rows already, and they would need a value.", "Write: paid:int=0, or paid:int?")]
    [InlineData(
        "kind:enum(a,b):index",
        "Order may have rows already, and they would need a value.",
        "Write: kind:enum(a,b):index=a, or kind:enum(a,b)?:index"
    )]
    [InlineData(
        "code:string(3)",
        "Order may have rows already, and they would need a value.",
        "Write: code:string(3)=unk, or code:string(3)?"
    )]
    [InlineData("code:string(9):unique", "Order may have rows already, and they would need a value.", "Write: code:string(9)?:unique")]
    [InlineData("parent:ref(Line)", "Order may have rows already, and they would need a value.", "Write: parent:ref(Line, restrict)?")]
    [InlineData("extra:json", "Order may have rows already, and they would need a value.", "Write: extra:json?")]
    [InlineData(
        "code:string(9):unique=x",
        "every row that Order has would get the same value, and it is unique.",
        "Write: code:string(9)?:unique"
    )]
    public void AsksForAValueForTheRowsThatAreThere(string field, string problem, string remedy)
    {
        var after = Orders.Entity("Order", field);

        var typed = Assert.Throws<UserError>(() => _solution.Plan(after));
        var inFile = AssertRefused(BeJson.Write(after));

        var text = after.Modules[0].Entities[0].Fields[2];
        Assert.Equal(($"Field '{text}': {problem}", remedy, 2), (typed.Problem, typed.Remedy, typed.ExitCode));
        Assert.Equal(($"be.json: field '{text}': {problem}", remedy, 1), (inFile.Problem, inFile.Remedy, inFile.ExitCode));
    }

    [Theory]
    [InlineData(
        "number:long",
        "its values are of another type: int.",
        "Add a field of another name, such as numberValue:long?, fill it, then remove this one."
    )]
    [InlineData("notes:text", "rows of Order may have none.", "That comes with a later version. Write: notes:text?")]
    public void SaysWhyAFieldCannotBeDefinedOtherwise(string field, string problem, string remedy)
    {
        var after = Orders.Entity("Order", field);

        var typed = Assert.Throws<UserError>(() => _solution.Plan(after));
        var inFile = AssertRefused(BeJson.Write(after));

        Assert.Equal(($"Field '{field}': {problem}", remedy, 2), (typed.Problem, typed.Remedy, typed.ExitCode));
        Assert.Equal(($"be.json: field '{field}': {problem}", remedy, 1), (inFile.Problem, inFile.Remedy, inFile.ExitCode));
    }

    [Theory]
    [InlineData("paid:int=0")]
    [InlineData("paid:int?")]
    [InlineData("code:string(9)?:unique")]
    [InlineData("parent:ref(Line)?")]
    public void AcceptsAFieldThatEveryRowCanHave(string field) =>
        Assert.Contains(
            "create migrations/20260131100002_change_orders.sql",
            SmallSolution.Lines(_solution.Plan(Orders.Entity("Order", field)))
        );

    [Fact]
    public void AcceptsAnotherOrderOfFields()
    {
        var after = BeJson.Parse(
            BeJson.Write(Orders).Replace("\"number:int\", \"notes:text?\"", "\"notes:text?\", \"number:int\"", StringComparison.Ordinal)
        );

        Assert.Contains($"update {SmallSolution.OrderFile}", SmallSolution.Lines(_solution.Plan(after)));
    }

    [Fact]
    public void NamesTheAppliedModelWhenThatIsBroken()
    {
        _solution.Folder.Write(".be/applied.json", "{");

        var error = Assert.Throws<UserError>(() => _solution.Plan(Orders));

        Assert.StartsWith(".be/applied.json is not JSON in line 1", error.Problem, StringComparison.Ordinal);
        Assert.Equal("Mend it, or take it back from git: git checkout -- .be/applied.json", error.Remedy);
    }

    public void Dispose() => _solution.Dispose();

    private UserError AssertRefused(string beJson)
    {
        _solution.Folder.Write("be.json", beJson);
        return Assert.Throws<UserError>(() => _solution.Plan(BeJson.Read(_solution.Folder["be.json"])));
    }
}
