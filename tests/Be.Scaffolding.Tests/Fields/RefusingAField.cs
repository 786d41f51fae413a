using Be.Scaffolding.Fields;

namespace Be.Scaffolding.Tests.Fields;

public sealed class RefusingAField
{
    private static readonly Place Somewhere = Place.InArguments("Field 1");

    [Theory]
    [InlineData("name", "a field is a name, a colon and a type.", "name:string(100)")]
    [InlineData(":int", "no name stands before the colon.", "name:int")]
    [InlineData("name:", "no type stands after the colon.", "name:string(100)")]
    [InlineData("name:?", "no type stands after the colon.", "name:string(100)")]
    [InlineData("größe:int", "the name 'größe' contains 'ö' (U+00F6).", "grosse:int")]
    [InlineData("2nd:int", "the name '2nd' starts with '2'.", "nd:int")]
    [InlineData("name:string(100", "'(' is not closed.", "name:string(100)")]
    [InlineData("name:string(100?:unique", "'(' is not closed.", "name:string(100)?:unique")]
    [InlineData("tags:int[5=", "'[' is not closed.", "tags:int[5]=")]
    [InlineData("name:string100)", "')' has no meaning here.", "name:string(100)")]
    [InlineData("name:int)", "')' has no meaning here.", "name:int")]
    [InlineData("name:int nullable", "' nullable' has no meaning here.", "name:int")]
    [InlineData("name:int:uniq", "there is no ':uniq'; ':unique' and ':index' are all there is.", "name:int:unique")]
    [InlineData("name:int:indexed", "there is no ':indexed'; ':unique' and ':index' are all there is.", "name:int:index")]
    [InlineData("name:int:primary", "there is no ':primary'; ':unique' and ':index' are all there is.", "name:int")]
    [InlineData("name:int:unique?", "the order is type, '?', ':unique', ':index', '=default'.", "name:int?:unique")]
    [InlineData("name:int:index:unique", "the order is type, '?', ':unique', ':index', '=default'.", "name:int:unique:index")]
    [InlineData("tags:int?[]", "the order is type, '?', ':unique', ':index', '=default'.", "tags:int[]?")]
    [InlineData("name:int??", "'?' stands twice.", "name:int?")]
    [InlineData("name:int:unique:unique", "':unique' stands twice.", "name:int:unique")]
    [InlineData("name:strng(20)", "there is no type 'strng'.", "name:string(20)")]
    [InlineData("name:varchar(20)?", "there is no type 'varchar'.", "name:string(20)?")]
    [InlineData("total:double", "there is no type 'double'.", "total:decimal(18,2)")]
    [InlineData("total:float(8)", "there is no type 'float'.", "total:decimal(18,2)")]
    [InlineData("at:datetime:index", "there is no type 'datetime'.", "at:timestamp:index")]
    [InlineData("name:Int", "there is no type 'Int'.", "name:int")]
    [InlineData("name:string", "a string needs a length.", "name:string(100)")]
    [InlineData("name:string()", "a length is a number from 1 to 1,000,000.", "name:string(100)")]
    [InlineData("name:string(0)", "a length is a number from 1 to 1,000,000.", "name:string(100)")]
    [InlineData("name:string(many)", "a length is a number from 1 to 1,000,000.", "name:string(100)")]
    [InlineData("name:text(9999999999)", "a length is a number from 1 to 1,000,000.", "name:text(100)")]
    [InlineData("n:int(11)", "int takes nothing in brackets.", "n:int")]
    [InlineData(
        "total:decimal",
        "a decimal needs its digits (1 to 28) and how many of them stand after the point (0 to all).",
        "total:decimal(18,2)"
    )]
    [InlineData(
        "total:decimal(10)",
        "a decimal needs its digits (1 to 28) and how many of them stand after the point (0 to all).",
        "total:decimal(10,0)"
    )]
    [InlineData(
        "total:decimal(29,2)",
        "a decimal needs its digits (1 to 28) and how many of them stand after the point (0 to all).",
        "total:decimal(18,2)"
    )]
    [InlineData(
        "total:decimal(2,3)",
        "a decimal needs its digits (1 to 28) and how many of them stand after the point (0 to all).",
        "total:decimal(18,2)"
    )]
    [InlineData("s:enum", "an enum needs its values.", "s:enum(draft,placed)")]
    [InlineData("s:enum()", "an enum needs its values.", "s:enum(draft,placed)")]
    [InlineData("s:enum(a,,b)", "a name is empty.", "s:enum(a,b)")]
    [InlineData("s:enum(2xl,l)", "the name '2xl' starts with '2'.", "s:enum(value2xl,l)")]
    [InlineData("s:enum(1,2)", "the name '1' starts with '1'.", "s:enum(value1,value2)")]
    [InlineData("s:enum(on-hold,onHold,x)", "two of its values are one name (case and hyphens aside).", "s:enum(on-hold,x)")]
    [InlineData("customer:ref", "a reference names one entity.", "customer:ref(Customer)")]
    [InlineData("customer:ref(a.b.c)", "a reference names one entity.", "customer:ref(Customer)")]
    [InlineData("customer:ref(Customer, cascade, x)", "a reference names one entity.", "customer:ref(Customer)")]
    [InlineData("customer:ref(Customer, CASCADE)", "'CASCADE' is not restrict, cascade or setNull.", "customer:ref(Customer, cascade)")]
    [InlineData("customer:ref(Customer, set null)?", "'set null' is not restrict, cascade or setNull.", "customer:ref(Customer, setNull)?")]
    [InlineData("customer:ref(Customer, delete)", "'delete' is not restrict, cascade or setNull.", "customer:ref(Customer, restrict)")]
    [InlineData("customer:ref(Customer, setNull)", "setNull needs a field that may be null ('?').", "customer:ref(Customer, setNull)?")]
    [InlineData("customerId:ref(Customer)", "the column and the property of a reference add the Id themselves.", "customer:ref(Customer)")]
    [InlineData("a:int[0]", "an array holds at most 1 to 10,000 items.", "a:int[]")]
    [InlineData("a:json[]", "a json field can hold an array as it is.", "a:json")]
    [InlineData("a:ref(Order)[]", "an array of references has no foreign keys; many to many is an entity of its own.", "a:ref(Order)")]
    [InlineData("a:string[]", "a string needs a length.", "a:string(100)[]")]
    public void NamesTheReasonAndALineThatWorks(string text, string problem, string line) => AssertRefused(text, problem, line);

    [Theory]
    [InlineData("a:bool:unique", "a bool has two values, so it cannot be ':unique'.", "a:bool")]
    [InlineData("a:json:unique", "PostgreSQL compares whole documents, not what they mean, so it cannot be ':unique'.", "a:json")]
    [InlineData("a:int[]:unique", "PostgreSQL compares whole arrays, their order included, so it cannot be ':unique'.", "a:int[]")]
    [InlineData(
        "a:bytes:unique:index",
        "bytes have no limit for a b-tree, whose entries hold 2,704 bytes (500 characters are safe), so it cannot be ':unique'.",
        null
    )]
    [InlineData(
        "a:bytes:index",
        "bytes have no limit for a b-tree, whose entries hold 2,704 bytes (500 characters are safe), so it cannot have an index.",
        "a:bytes"
    )]
    [InlineData(
        "a:text:index",
        "10000 characters are too long for a b-tree, whose entries hold 2,704 bytes (500 characters are safe), so it cannot have an index.",
        "a:text"
    )]
    [InlineData(
        "a:string(501):unique",
        "501 characters are too long for a b-tree, whose entries hold 2,704 bytes (500 characters are safe), so it cannot be ':unique'.",
        "a:string(501)"
    )]
    public void RefusesAnIndexThatPostgresCannotHold(string text, string problem, string? line) => AssertRefused(text, problem, line);

    [Theory]
    [InlineData("a:int=", "no default stands after '='.", "a:int")]
    [InlineData("a:int=ten", "the default 'ten' is not a whole number from -2147483648 to 2147483647.", "a:int=0")]
    [InlineData("a:int=2147483648", "the default '2147483648' is not a whole number from -2147483648 to 2147483647.", "a:int=0")]
    [InlineData("a:long=1.5", "the default '1.5' is not a whole number from -9223372036854775808 to 9223372036854775807.", "a:long=0")]
    [InlineData("a:decimal(5,2)=x", "the default 'x' is not a number.", "a:decimal(5,2)=0")]
    [InlineData("a:decimal(5,2)=1e2", "the default '1e2' is not a number.", "a:decimal(5,2)=0")]
    [InlineData("a:decimal(5,2)=1.500", "the default '1.500' has more than 2 digits after the point.", "a:decimal(5,2)=0")]
    [InlineData("a:decimal(5,2)=1000", "the default '1000' has more than 3 digits before the point.", "a:decimal(5,2)=0")]
    [InlineData(
        "a:decimal(28,28)=0.12345678901234567890123456789",
        "the default '0.12345678901234567890123456789' has more than 28 digits after the point.",
        "a:decimal(28,28)=0"
    )]
    [InlineData("a:bool=yes", "the default 'yes' is not true or false.", "a:bool=false")]
    [InlineData("a:date=31.01.2026", "the default '31.01.2026' is not a date (yyyy-MM-dd).", "a:date=2026-01-31")]
    [InlineData("a:date=2026-02-30", "the default '2026-02-30' is not a date (yyyy-MM-dd).", "a:date=2026-01-31")]
    [InlineData("a:date=now", "the default 'now' is not a date (yyyy-MM-dd).", "a:date=2026-01-31")]
    [InlineData("a:time=25:00", "the default '25:00' is not a time (HH:mm:ss).", "a:time=09:30:00")]
    [InlineData("a:timestamp=today", "the default 'today' is neither now nor an instant (RFC 3339).", "a:timestamp=now")]
    [InlineData(
        "a:timestamp=2026-01-31T10:00:00",
        "the default '2026-01-31T10:00:00' is neither now nor an instant (RFC 3339).",
        "a:timestamp=now"
    )]
    [InlineData("a:uuid=1", "the default '1' is not a UUID.", "a:uuid=00000000-0000-0000-0000-000000000000")]
    [InlineData("a:enum(x,y)=X", "the default 'X' is not one of x, y.", "a:enum(x,y)=x")]
    [InlineData("a:email=info", "the default 'info' is not an e-mail address.", "a:email=info@example.com")]
    [InlineData("a:url=/home", "the default '/home' is not an absolute http or https URL.", "a:url=https://example.com")]
    [InlineData("a:string(3)=🎉🎉🎉🎉", "the default '🎉🎉🎉🎉' has 4 characters, 3 are allowed.", "a:string(3)=🎉🎉🎉")]
    [InlineData("a:string(9)='draft'", "a default needs no quotes.", "a:string(9)=draft")]
    [InlineData("a:string(9)=a\tb", "the default holds characters that do not print.", "a:string(9)")]
    [InlineData("a:bytes=AA==", "bytes have no default here.", "a:bytes")]
    [InlineData("a:json={}", "json has no default here.", "a:json")]
    [InlineData("a:int[]={}", "an array has no default here.", "a:int[]")]
    [InlineData("a:ref(Order)=1", "a reference has no default: no row exists in every database.", "a:ref(Order)")]
    public void ChecksTheDefaultAgainstTheType(string text, string problem, string line) => AssertRefused(text, problem, line);

    [Fact]
    public void RefusesADefaultThatIsNotUnicode() => // An attribute cannot hold a lone surrogate.
        AssertRefused("a:string(9)=a" + '\ud800', "the default holds characters that do not print.", "a:string(9)");

    [Fact]
    public void ListsTheTypesWhenNoneIsNear()
    {
        var error = Assert.Throws<UserError>(() => FieldParser.Parse("a:spaceship", Somewhere));

        Assert.Equal("Field 1: there is no type 'spaceship'.", error.Problem);
        Assert.StartsWith("Use one of string(n), text, email,", error.Remedy, StringComparison.Ordinal);
    }

    private static void AssertRefused(string text, string problem, string? line)
    {
        var error = Assert.Throws<UserError>(() => FieldParser.Parse(text, Somewhere));

        Assert.Equal("Field 1: " + problem, error.Problem);
        Assert.Equal(2, error.ExitCode);
        Assert.StartsWith("Write: " + line, error.Remedy, StringComparison.Ordinal);
        if (line is not null && !line.EndsWith('='))
            Assert.NotNull(FieldParser.Parse(line, Somewhere));
    }
}
