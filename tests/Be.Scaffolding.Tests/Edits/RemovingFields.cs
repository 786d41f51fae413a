using Be.Scaffolding.Edits;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Edits;

public sealed class RemovingFields
{
    private static readonly Solution Orders = Models
        .Shop.Entity("Customer", module: "Sales")
        .Entity("Order", "number:int note:text? customer:ref(Customer)?", sorts: ["-number,createdAt", "customerId,id", "-createdAt,id"]);

    [Fact]
    public void TakesThemOutOfTheEntity()
    {
        var (model, intent) = FieldEdit.Remove(Orders, null, Name.Parse("order"), [Name.Parse("note"), Name.Parse("number")]);

        Assert.Equal(["customer:ref(Customer, restrict)?"], model.Modules[0].Entities[1].Fields.Select(field => field.ToString()));
        Assert.Equal(["Note", "Number"], intent.Removed.Select(removal => removal.Field.Pascal));
    }

    [Theory]
    [InlineData("number", "customerId,id -createdAt,id")]
    [InlineData("customer", "-number,createdAt -createdAt,id")]
    [InlineData("note", "-number,createdAt customerId,id -createdAt,id")]
    public void TakesTheSortsAlongThatNameThem(string field, string sorts) =>
        Assert.Equal(
            sorts,
            string.Join(' ', FieldEdit.Remove(Orders, null, Name.Parse("Order"), [Name.Parse(field)]).Model.Modules[0].Entities[1].Sorts)
        );

    [Theory]
    [InlineData("Order", "notes", "Order has no field notes.", "Write: note")]
    [InlineData("Order", "x", "Order has no field x.", "Name one of number, note, customer.")]
    [InlineData("Customer", "x", "Customer has no field x.", "It has none at all.")]
    [InlineData("Ordr", "x", "There is no entity Ordr in Sales.", "Write: --entity Order")]
    [InlineData("Thing", "x", "There is no entity Thing in Sales.", "Name one of Customer, Order.")]
    public void RefusesWhatIsNotThere(string entity, string field, string problem, string remedy)
    {
        var error = Assert.Throws<UserError>(() => FieldEdit.Remove(Orders, null, Name.Parse(entity), [Name.Parse(field)]));

        Assert.Equal((problem, remedy, 2), (error.Problem, error.Remedy, error.ExitCode));
    }
}
