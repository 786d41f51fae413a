using System.Runtime.CompilerServices;
using Be.Scaffolding.Json;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Json;

public sealed class TheSchemaOfBeJson
{
    private static readonly JsonSchema Schema = JsonSchema.Read(PathFromHere("../../../templates/shared/.be/be.schema.json"));

    private static readonly Solution Orders = Models
        .Shop.Entity("Customer", "name:string(100) contact:email:unique", module: "Crm")
        .Entity(
            "Order",
            """
            number:string(32):unique notes:text? summary:text(500) site:url views:long total:decimal(18,2) days:enum(mon,tue)[] paid:bool=false due:date opens:time
            placedAt:timestamp?:index=now token:uuid picture:bytes? extra:json:index status:enum(draft,on-hold)=draft tags:string(20)[] scores:int[5]
            customer:ref(Crm.Customer) parent:ref(Order, setNull)? title:string(9)==:x?
            """,
            module: "Sales"
        );

    [Fact]
    public void AcceptsWhatTheToolWrites()
    {
        Assert.True(Schema.Accepts(BeJson.Write(Models.Shop)));
        Assert.True(Schema.Accepts(BeJson.Write(Orders)));
        Assert.True(
            Schema.Accepts(BeJson.Write(Orders.Event("OrderPlaced", "order:uuid note:text?", "Sales").Consumer("OrderPlaced", "Crm")))
        );
        Assert.True(
            Schema.Accepts(BeJson.Write(Orders.Job("CloseStaleOrders", "0 3 * * *", true, "Sales").Job("SendReminder", module: "Crm")))
        );
        Assert.True(Schema.Accepts(BeJson.Write(Models.AsServices(Orders).Client("Crm", "Sales"))));
        Assert.True(
            Schema.Accepts(
                BeJson.Write(
                    Models.Shop with
                    {
                        Options = new Options(Ids.Bigint, Errors.Problem, Docker: false, Ci.Github, Messaging.RabbitMq),
                    }
                )
            )
        );
    }

    [Fact]
    public void NamesEveryOptionAndTrait()
    {
        Assert.Equal(OptionTexts.Layouts.All, Schema.Enum("properties", "layout"));
        Assert.Equal(OptionTexts.Errors.All, Schema.Enum("properties", "options", "properties", "errors"));
        Assert.Equal(OptionTexts.Ids.All, Schema.Enum("properties", "options", "properties", "ids"));
        Assert.Equal(OptionTexts.Ci.All, Schema.Enum("properties", "options", "properties", "ci"));
        Assert.Equal(OptionTexts.Messaging.All, Schema.Enum("properties", "options", "properties", "messaging"));
        Assert.Equal(Scaffolding.Rules.ReservedNames.Traits, Schema.Enum("$defs", "entity", "properties", "traits", "items"));
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2")]
    [InlineData("\"modules\":", "\"parts\":")]
    [InlineData("\"Shop\"", "\"../Shop\"")]
    [InlineData("\"monolith\"", "\"onion\"")]
    [InlineData("\"docker\": true", "\"docker\": \"yes\"")]
    [InlineData("\"kubernetes\": false", "\"kubernetes\": \"yes\"")]
    [InlineData("\"requireIfMatch\": false", "\"requireIfMatch\": 1")]
    [InlineData("\"auth\": \"none\"", "\"auth\": \"everybody\"")]
    [InlineData("\"ids\": \"uuid\",", "")]
    [InlineData("\"Crm\"", "\"2nd\"")]
    [InlineData("\"fields\": [ ", "\"sorts\": \"name\", \"fields\": [ ")]
    [InlineData("\"fields\": [ ", "\"fields\": [ 1, ")]
    [InlineData("name:string(100)", "name:string")]
    [InlineData("name:string(100)", "name:varchar(100)")]
    [InlineData("name:string(100)", "name:string(100):unique?")]
    [InlineData("name:string(100)", "name:ref(Order, delete)")]
    [InlineData("name:string(100)", "name:json[]")]
    public void RefusesWhatTheToolRefuses(string text, string instead)
    {
        var broken = BeJson.Write(Orders).Replace(text, instead, StringComparison.Ordinal);

        Assert.NotEqual(BeJson.Write(Orders), broken);
        Assert.Throws<UserError>(() => BeJson.Parse(broken));
        Assert.False(Schema.Accepts(broken));
    }

    private static string PathFromHere(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(path, Path.GetDirectoryName(here)!);
}
