using System.Reflection;
using Be.Postgres.Review;

namespace Be.Postgres.Tests.Review;

public sealed class NamingReviewRules
{
    [Fact]
    public void ARuleIsCalledTheSameEverywhere()
    {
        var ids = AllReviewRules.List.Select(rule => rule.Id).ToList();

        Assert.All(AllReviewRules.List, rule => Assert.Equal(rule.Id, Kebab(rule.GetType().Name)));
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void NoRuleIsForgotten()
    {
        var written = typeof(ReviewRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ReviewRule)) && !type.IsAbstract);

        Assert.Equal(
            written.Select(type => type.Name).Order(StringComparer.Ordinal),
            AllReviewRules.List.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void EachRuleHasCasesThatBreakItAndThatKeepItOrAClassThatTestsIt()
    {
        var elsewhere = Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .SelectMany(type => type.GetCustomAttribute<TestsRulesAttribute>()?.Ids ?? []);
        var inCases = ReviewCase.Rules.Where(rule =>
            ReviewCase.All.Any(each => each.Rule == rule && each.IsBad) && ReviewCase.All.Any(each => each.Rule == rule && !each.IsBad)
        );
        var tested = elsewhere.Concat(inCases).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(AllReviewRules.List.Select(rule => rule.Id), tested);
        Assert.Equal(ReviewCase.All.Count, ReviewCase.All.DistinctBy(each => (each.Rule, each.IsBad, each.Title)).Count());
    }

    [Fact]
    public void ARuleSaysWhatIsWrongWhyAndWhatToDo()
    {
        Assert.All(
            AllReviewRules.List,
            rule =>
            {
                Assert.Matches(@"^[A-Z][^\n]*\.$", rule.Title);
                Assert.Matches(@"^\S[^\n]*\.$", rule.Why);
                Assert.NotEmpty(rule.Instead);
            }
        );
    }

    [Theory]
    [InlineData("drop_Orders by \"number\"", "drop_orders_by_number")]
    [InlineData("../../etc/passwd", "etc_passwd")]
    public void AMigrationIsNamedInSnakeCase(string name, string expected)
    {
        Assert.Equal(expected, new MigrationPair(name, "select 1;", "select 1;").Name);
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, at) => (at > 0 && char.IsAsciiLetterUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));
}
