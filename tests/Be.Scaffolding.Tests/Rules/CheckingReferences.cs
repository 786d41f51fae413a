using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Rules;

public sealed class CheckingReferences
{
    private static readonly Solution TwoModules = Models
        .Shop.Module("Sales")
        .Module("Crm")
        .Entity("Customer", module: "Crm")
        .Entity("Order", module: "Sales");

    [Theory]
    [InlineData("parent:ref(Line)?")]
    [InlineData("billing:ref(Order) shipping:ref(Order, cascade) other:ref(Order, setNull)?")]
    [InlineData("customer:ref(Crm.Customer)")]
    public void AcceptsSelfReferencesSeveralToOneEntityAndOtherModules(string fields)
    {
        var entity = TwoModules.Entity("Line", fields, module: "Sales").Modules[0].Entities[1];

        Assert.Equal(fields.Split(' ').Count(field => field.Contains(':', StringComparison.Ordinal)), entity.Fields.Length);
    }

    [Fact]
    public void LeavesOutTheModuleWithinOne()
    {
        var field = TwoModules.Entity("Line", "order:ref(Sales.Order)", module: "Sales").Modules[0].Entities[1].Fields[0];

        Assert.Equal("order:ref(Order, restrict)", field.ToString());
    }

    [Theory]
    [InlineData("order:ref(Ordr)", "there is no entity Ordr in Sales.", "Write: order:ref(Order, restrict)")]
    [InlineData("customer:ref(Customer)", "there is no entity Customer in Sales.", "Write: customer:ref(Crm.Customer, restrict)")]
    [InlineData(
        "customer:ref(Hr.Person)",
        "there is no entity Person in Hr.",
        "Make it first (be scaffold api --entity Person --module Hr), or refer to one of Crm.Customer, Line, Order."
    )]
    [InlineData(
        "customer:ref(Crm.Customer, cascade)",
        "a reference to another module has no foreign key, so nothing is deleted or set to null with it.",
        "Write: customer:ref(Crm.Customer, restrict)"
    )]
    [InlineData(
        "parent:ref(Line)",
        "it is required on the way back to its own entity, so no first row could ever be made.",
        "Write: parent:ref(Line, restrict)?"
    )]
    public void RefusesWhatCannotWork(string field, string problem, string remedy)
    {
        var error = Assert.Throws<UserError>(() => TwoModules.Entity("Line", field, module: "Sales"));

        Assert.EndsWith("' of Line: " + problem, error.Problem, StringComparison.Ordinal);
        Assert.Equal((remedy, 2), (error.Remedy, error.ExitCode));
    }

    [Fact]
    public void RefusesEntitiesThatRequireEachOther()
    {
        var text = BeJson
            .Write(TwoModules)
            .Replace("\"plural\": \"Customers\", \"fields\": []", "\"fields\": [ \"first:ref(Sales.Order)\" ]", StringComparison.Ordinal)
            .Replace("\"plural\": \"Orders\", \"fields\": []", "\"fields\": [ \"customer:ref(Crm.Customer)\" ]", StringComparison.Ordinal);

        var error = Assert.Throws<UserError>(() => BeJson.Parse(text));

        Assert.Equal(
            "be.json: modules[1].entities[0].fields[0] 'first:ref(Sales.Order, restrict)': it is required on the way back to its own entity, so no first row could ever be made.",
            error.Problem
        );
    }
}
