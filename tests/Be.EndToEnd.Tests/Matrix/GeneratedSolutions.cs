namespace Be.EndToEnd.Tests;

// xunit runs the cases of a class one after another and classes side by side: the rows are dealt to two classes.
public sealed class AnEvenRowOfTheMatrix(Machine machine)
{
    public static TheoryData<string> Rows { get; } = [.. Row.All.Where((_, index) => index % 2 == 0).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task BuildsMigratesPassesItsTestsAndAnswers(string name) => new Journey(Row.Named(name), machine).GoAsync();
}

public sealed class AnOddRowOfTheMatrix(Machine machine)
{
    public static TheoryData<string> Rows { get; } = [.. Row.All.Where((_, index) => index % 2 == 1).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public Task BuildsMigratesPassesItsTestsAndAnswers(string name) => new Journey(Row.Named(name), machine).GoAsync();
}
