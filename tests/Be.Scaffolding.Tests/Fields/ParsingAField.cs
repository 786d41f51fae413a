using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Fields;

public sealed class ParsingAField
{
    [Theory]
    [InlineData("number:string(32):unique")]
    [InlineData("notes:text?")]
    [InlineData("notes:text(500)")]
    [InlineData("contact:email")]
    [InlineData("site:url?:index")]
    [InlineData("quantity:int=1")]
    [InlineData("views:long=-5")]
    [InlineData("total:decimal(18,2)")]
    [InlineData("rate:decimal(3,3)=0.125")]
    [InlineData("active:bool=true")]
    [InlineData("due:date=2026-01-31")]
    [InlineData("opens:time=09:30:00")]
    [InlineData("placedAt:timestamp?:index")]
    [InlineData("placedAt:timestamp=now")]
    [InlineData("placedAt:timestamp=2026-01-31T10:00:00.5Z")]
    [InlineData("token:uuid:unique=0198c5f0-0000-7000-8000-000000000000")]
    [InlineData("picture:bytes?")]
    [InlineData("extra:json:index")]
    [InlineData("status:enum(draft,placed,paid)=draft")]
    [InlineData("status:enum(in_progress,onHold)")]
    [InlineData("tags:string(20)[]")]
    [InlineData("tags:string(20)[5]?:index")]
    [InlineData("scores:int[5]")]
    [InlineData("days:enum(mon,tue)[2]")]
    [InlineData("prices:decimal(10,2)[]")]
    [InlineData("customer:ref(Customer, restrict)")]
    [InlineData("customer:ref(Sales.Customer, restrict)?:unique")]
    [InlineData("customer:ref(Customer, setNull)?")]
    [InlineData("parent:ref(Order, cascade)")]
    [InlineData("class:string(10)?:unique:index=a=b:c?")]
    [InlineData("title:string(100)=Überraschung 🎉")]
    public void KeepsTheCanonicalText(string text) => Assert.Equal(text, Parse(text).ToString());

    [Theory]
    [InlineData("Order_Number:string(32)", "orderNumber:string(32)")]
    [InlineData("total:decimal( 18 , 2 )", "total:decimal(18,2)")]
    [InlineData("status:enum( draft, placed )", "status:enum(draft,placed)")]
    [InlineData("customer:ref(Customer)", "customer:ref(Customer, restrict)")]
    [InlineData("customer:ref( sales.customer , cascade )", "customer:ref(Sales.Customer, cascade)")]
    [InlineData("notes:text(10000)", "notes:text")]
    [InlineData("tags:text[100]", "tags:text[]")]
    [InlineData("quantity:int=+007", "quantity:int=7")]
    [InlineData("total:decimal(5,2)=-0.0", "total:decimal(5,2)=0.0")]
    [InlineData("total:decimal(5,2)=.5", "total:decimal(5,2)=0.5")]
    [InlineData("opens:time=09:30", "opens:time=09:30:00")]
    [InlineData("at:timestamp=2026-01-31T10:00:00+02:00", "at:timestamp=2026-01-31T08:00:00Z")]
    [InlineData("id2:uuid=0198C5F0-0000-7000-8000-000000000000", "id2:uuid=0198c5f0-0000-7000-8000-000000000000")]
    public void GivesOneSpelling(string text, string canonical) => Assert.Equal(canonical, Parse(text).ToString());

    [Fact]
    public void UnderstandsEachPart()
    {
        var field = Parse("placedBy:ref(Crm.Customer, setNull)?:unique:index");

        Assert.Equal(new ReferenceType("Crm", "Customer", OnDelete.SetNull), field.Type);
        Assert.True(field.Nullable && field.Unique && field.Index);
        Assert.Null(field.Default);
        Assert.Equal("placedById", field.Member.Camel);
    }

    [Fact]
    public void KeepsAnEnumValueAsTypedBesideItsMember()
    {
        var type = Assert.IsType<EnumType>(Parse("status:enum(in_progress,on-hold,DONE)").Type);

        Assert.Equal(
            ["in_progress InProgress", "on-hold OnHold", "DONE Done"],
            type.Values.Select(value => $"{value.Text} {value.Pascal}")
        );
    }

    private static Field Parse(string text) => FieldParser.Parse(text, Place.InArguments("Field 1"));
}
