using Be.Scaffolding.Fields;

namespace Be.Scaffolding.Tests.Fields;

public sealed class ParsingAListOfFields
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("a:int", "a:int")]
    [InlineData("  a:int \n\t b:text?  ", "a:int|b:text?")]
    [InlineData("a:ref(Customer, restrict) b:enum(x, y)=x c:decimal( 5, 2 )", "a:ref(Customer, restrict)|b:enum(x,y)=x|c:decimal(5,2)")]
    [InlineData("a:string(9)=(x b:int", "a:string(9)=(x|b:int")]
    [InlineData("a:string(9)=x,b:int", "a:string(9)=x,b:int")]
    public void SplitsAtSpacesOutsideBrackets(string text, string fields) =>
        Assert.Equal(fields, string.Join('|', FieldParser.ParseAll(text)));

    [Theory]
    [InlineData("a:int b:strng(5) c:int", "Field 2 'b:strng(5)': there is no type 'strng'.", "Write: b:string(5)")]
    [InlineData("a:string(10 b:enum(x, y)", "Field 1 'a:string(10': '(' is not closed.", "Write: a:string(10)")]
    [InlineData("a:string(10 b:int", "Field 1 'a:string(10': '(' is not closed.", "Write: a:string(10)")]
    [InlineData("a:int b int", "Field 2 'b': a field is a name, a colon and a type.", "Write: b:string(100)")]
    public void NamesTheFieldThatIsWrong(string text, string problem, string remedy) => AssertRefused(text, problem, remedy);

    [Theory]
    [InlineData("a:text,b:int", "a:text b:int")]
    [InlineData("a:text, b:int", "a:text b:int")]
    [InlineData("a:int=0,b:decimal(5,2),c:enum(x,y)=x,d:text", "a:int=0 b:decimal(5,2) c:enum(x,y)=x d:text")]
    [InlineData("a:text b:int?,c:string(9)=x,d:bool", "a:text b:int? c:string(9)=x d:bool")]
    public void SaysThatCommasDoNotStandBetweenFields(string text, string spaced)
    {
        AssertRefused(text, "Spaces stand between fields, not commas.", $"Write: \"{spaced}\"");
        Assert.NotEmpty(FieldParser.ParseAll(spaced));
    }

    private static void AssertRefused(string text, string problem, string remedy)
    {
        var error = Assert.Throws<UserError>(() => FieldParser.ParseAll(text));

        Assert.Equal((problem, remedy, 2), (error.Problem, error.Remedy, error.ExitCode));
    }
}
