using Be.Scaffolding.Changes;
using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Tests.Changes;

/// <summary>The same field, defined in two ways.</summary>
public sealed class ComparingFields
{
    [Theory]
    [InlineData("a:string(10)", "a:string(10)", "")]
    [InlineData("a:string(10)", "a:string(11)", nameof(LimitLoosened))]
    [InlineData("a:string(10)", "a:string(9)", nameof(LimitTightened))]
    [InlineData("a:string(10)", "a:text", nameof(LimitLoosened))]
    [InlineData("a:text", "a:string(10)", nameof(LimitTightened))]
    [InlineData("a:email", "a:string(254)", nameof(LimitLoosened))]
    [InlineData("a:email", "a:string(253)", nameof(LimitTightened))]
    [InlineData("a:string(254)", "a:email", nameof(LimitTightened))]
    [InlineData("a:url", "a:string(2048)", nameof(LimitLoosened))]
    [InlineData("a:url", "a:email", nameof(LimitTightened))]
    [InlineData("a:enum(x,y)", "a:enum(x,y,z)", nameof(LimitLoosened))]
    [InlineData("a:enum(x,y)", "a:enum(y,x)", nameof(LimitLoosened))]
    [InlineData("a:enum(x,y)", "a:enum(x)", nameof(LimitTightened))]
    [InlineData("a:enum(x,y)", "a:enum(x,z)", nameof(LimitTightened))]
    [InlineData("a:enum(x,yy)", "a:string(2)", nameof(LimitLoosened))]
    [InlineData("a:enum(x,yy)", "a:string(1)", nameof(LimitTightened))]
    [InlineData("a:string(2)", "a:enum(x,yy)", nameof(LimitTightened))]
    [InlineData("a:int[5]", "a:int[6]", nameof(LimitLoosened))]
    [InlineData("a:int[5]", "a:int[4]", nameof(LimitTightened))]
    [InlineData("a:string(5)[]", "a:string(6)[]", nameof(LimitLoosened))]
    [InlineData("a:enum(x)[]", "a:enum(x,y)[]", nameof(LimitLoosened))]
    [InlineData("a:enum(x,y)[]", "a:enum(x)[]", nameof(LimitTightened))]
    [InlineData("a:enum(x)[5]", "a:enum(x,y)[4]", nameof(LimitTightened))]
    [InlineData("a:decimal(5,2)", "a:decimal(6,2)", nameof(DigitsAdded))]
    [InlineData("a:decimal(6,2)", "a:decimal(5,2)", nameof(TypeReplaced))]
    [InlineData("a:decimal(6,2)", "a:decimal(7,3)", nameof(TypeReplaced))]
    [InlineData("a:int", "a:long", nameof(TypeReplaced))]
    [InlineData("a:int", "a:string(10)", nameof(TypeReplaced))]
    [InlineData("a:int[]", "a:long[]", nameof(TypeReplaced))]
    [InlineData("a:string(5)", "a:string(5)[]", nameof(TypeReplaced))]
    [InlineData("a:date", "a:timestamp", nameof(TypeReplaced))]
    [InlineData("a:uuid", "a:ref(B)", nameof(TypeReplaced))]
    [InlineData("a:ref(B)", "a:ref(C)", nameof(TypeReplaced))]
    [InlineData("a:ref(B)", "a:ref(B,cascade)", nameof(OnDeleteChanged))]
    [InlineData("a:int", "a:int?", nameof(BecameOptional))]
    [InlineData("a:int?", "a:int", nameof(BecameRequired))]
    [InlineData("a:int?", "a:int=1", $"{nameof(DefaultChanged)} {nameof(BecameRequired)}")]
    [InlineData("a:int=1", "a:int=2", nameof(DefaultChanged))]
    [InlineData("a:int=1", "a:int", nameof(DefaultChanged))]
    [InlineData("a:int", "a:int:unique", nameof(UniqueAdded))]
    [InlineData("a:int:unique", "a:int:index", $"{nameof(UniqueRemoved)} {nameof(IndexAdded)}")]
    [InlineData("a:int:index", "a:int", nameof(IndexRemoved))]
    [InlineData(
        "a:string(5):unique",
        "a:string(6)?:index=x",
        $"{nameof(LimitLoosened)} {nameof(DefaultChanged)} {nameof(BecameOptional)} {nameof(UniqueRemoved)} {nameof(IndexAdded)}"
    )]
    public void FindsEachChange(string before, string after, string changes) =>
        Assert.Equal(changes, string.Join(' ', FieldDifference.Of(Field(before), Field(after)).Select(change => change.GetType().Name)));

    [Theory]
    [InlineData("a:string(10)", "a:string(9)", true)]
    [InlineData("a:enum(x,y)", "a:enum(x)", false)]
    [InlineData("a:enum(x,y)[]", "a:enum(x)[]", false)]
    [InlineData("a:string(10)", "a:enum(x)", false)]
    public void TellsWhetherCodeCouldReadWhatIsNoLongerTaken(string before, string after, bool isReadable) =>
        Assert.Equal(isReadable, Assert.IsType<LimitTightened>(FieldDifference.Of(Field(before), Field(after)).Single()).IsReadable);

    [Theory]
    [InlineData("a:string(10)", "a:string(11)", "a takes more: string(10) -> string(11)")]
    [InlineData("a:int", "a:int?", "a may be null")]
    [InlineData("a:int", "a:int=3", "a begins with 3")]
    [InlineData("a:int=3", "a:int", "a has no default any more")]
    [InlineData("a:int:unique", "a:int", "a is no longer unique")]
    public void SaysItInAFewWords(string before, string after, string words) =>
        Assert.Equal(words, FieldDifference.Of(Field(before), Field(after)).Single().ToString());

    private static Field Field(string text) => FieldParser.ParseAll(text).Single();
}
