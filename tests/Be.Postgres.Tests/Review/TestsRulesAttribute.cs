namespace Be.Postgres.Tests.Review;

/// <summary>Names the rules that a class tests because no script can make what they look for: settings, sessions, statistics.</summary>
/// <param name="ids">Of the rules.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TestsRulesAttribute(params string[] ids) : Attribute
{
    public IReadOnlyList<string> Ids => ids;
}
