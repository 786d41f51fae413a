using Be.Scaffolding.Fields;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Rules;

public sealed class CheckingSorts
{
    [Theory]
    [InlineData("-placedAt,number", null)]
    [InlineData("-createdAt", null)]
    [InlineData("customerId,id", null)]
    [InlineData("notes", "the sort 'notes' names 'notes', which is no field to sort by.")]
    [InlineData("tags", "the sort 'tags' names 'tags', which is no field to sort by.")]
    [InlineData("customer", "the sort 'customer' names 'customer', which is no field to sort by.")]
    [InlineData("resetToken", "the sort 'resetToken' names 'resetToken', which is no field to sort by.")]
    [InlineData("", "the sort '' names '', which is no field to sort by.")]
    [InlineData("number,", "the sort 'number,' names '', which is no field to sort by.")]
    [InlineData("number,-number", "the sort 'number,-number' names a field twice.")]
    public void NamesFieldsThatHaveAnOrder(string sort, string? problem)
    {
        var order = Models.Shop.Entity(
            "Order",
            "number:string(9) placedAt:timestamp? notes:text tags:int[] resetToken:uuid customer:ref(Order)?"
        );
        var text = BeJson.Write(order).Replace("\"plural\": \"Orders\",", $"\"sorts\": [ \"{sort}\" ],", StringComparison.Ordinal);

        if (problem is null)
            Assert.Equal([sort], BeJson.Parse(text).Modules[0].Entities[0].Sorts);
        else
            Assert.Equal($"be.json: modules[0].entities[0]: {problem}", Assert.Throws<UserError>(() => BeJson.Parse(text)).Problem);
    }

    [Theory]
    [InlineData("number:int", true)]
    [InlineData("customer:ref(Customer)", true)]
    [InlineData("tags:int[]", false)]
    [InlineData("facts:json", false)]
    [InlineData("photo:bytes", false)]
    [InlineData("token:uuid:unique", false)]
    [InlineData("OldPasswordHash:text", false)]
    [InlineData("apiKey:string(40):index", false)]
    [InlineData("secret:ref(Secret)", false)]
    public void KeepsWhatHasNoOrderAndCredentialsOutOfAddresses(string field, bool isListable) =>
        Assert.Equal(isListable, FieldParser.ParseAll(field).Single().IsListable);

    [Fact]
    public void ReadsADirectionForEachName() =>
        Assert.Equal([new SortKey("placedAt", true), new SortKey("number", false)], SortKey.ParseAll("-placedAt,number"));
}
