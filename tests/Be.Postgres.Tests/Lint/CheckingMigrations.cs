using Acme.Platform.Migrations;
using Be.Postgres.Lint;
using Be.Postgres.Sql;
using Npgsql;

namespace Be.Postgres.Tests.Lint;

public sealed class CheckingMigrations(TestServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Bad => Named(isBad: true);

    public static TheoryData<string, string> Good => Named(isBad: false);

    [Theory]
    [MemberData(nameof(Bad))]
    public void FindsWhatBreaksARule(string rule, string title)
    {
        var (findings, text) = Check(rule, title, isBad: true);

        Assert.Contains(findings, finding => finding.Rule == rule);
        Assert.All(findings, finding => Assert.InRange(finding.Line, 1, text.Split('\n').Length));
        Assert.All(findings, finding => Assert.DoesNotContain('\n', finding.Message));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void FindsNothingInWhatKeepsIt(string rule, string title)
    {
        var (findings, _) = Check(rule, title, isBad: false);

        Assert.DoesNotContain(findings, finding => finding.Rule == rule);
    }

    [Fact]
    public void EachRuleHasCasesThatBreakItAndThatKeepIt()
    {
        Assert.Equal(AllRules.List.Select(rule => rule.Id).Order(StringComparer.Ordinal), LintCase.Rules);
        Assert.All(
            LintCase.Rules,
            rule =>
            {
                Assert.True(LintCase.All.Count(each => each.Rule == rule && each.IsBad) >= 2, $"{rule} has fewer than two bad cases.");
                Assert.True(LintCase.All.Count(each => each.Rule == rule && !each.IsBad) >= 2, $"{rule} has fewer than two good cases.");
            }
        );
        Assert.Equal(LintCase.All.Count, LintCase.All.DistinctBy(each => (each.Rule, each.IsBad, each.Title)).Count());
    }

    [Fact]
    public void ARuleIsCalledTheSameEverywhere()
    {
        Assert.All(AllRules.List, rule => Assert.Equal(rule.Id, Kebab(rule.GetType().Name)));
        Assert.Equal(AllRules.List.Count, AllRules.List.Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(AllRules.List.Select(rule => rule.Id).Order(StringComparer.Ordinal), AllRules.List.Select(rule => rule.Id));
    }

    [Fact]
    public void ARuleSaysWhatIsWrongWhyAndWhatToDo()
    {
        Assert.All(
            AllRules.List,
            rule =>
            {
                Assert.DoesNotContain('\n', rule.Title);
                Assert.NotEmpty(rule.Why);
                Assert.NotEmpty(rule.Instead);
            }
        );
    }

    [Fact]
    public void WhatItWritesItselfIsSql()
    {
        var written = LintCase.All.SelectMany(each => each.Findings()).Where(finding => finding.Rewrite is not null);

        Assert.All(
            written.SelectMany(finding => SqlStatement.Split(finding.Rewrite!)),
            statement => Assert.IsNotType<UnknownStatement>(StatementParser.Parse(statement.Text))
        );
    }

    /// <summary>What <c>--fix</c> writes keeps the rule that wanted it.</summary>
    [Fact]
    public void AMechanicalRewriteKeepsTheRule()
    {
        var rewritten = LintCase.All.SelectMany(each =>
            each.Findings().Where(finding => finding.IsMechanical).Select(finding => (Case: each, Finding: finding))
        );

        Assert.All(
            rewritten,
            rewrite =>
            {
                var (before, finding) = rewrite;
                var after = before with { Text = before.Text.Replace(finding.Statement, finding.Rewrite, StringComparison.Ordinal) };

                Assert.NotEqual(before.Text, after.Text);
                Assert.IsNotType<UnknownStatement>(StatementParser.Parse(finding.Rewrite!));
                var again = after.Findings().Count(other => other.Rule == finding.Rule);
                Assert.True(again < before.Findings().Count(other => other.Rule == finding.Rule), $"{finding.Rule}: {finding.Rewrite}");
            }
        );
    }

    /// <summary>Else a case could show what no database would take.</summary>
    [Fact]
    public async Task PostgreSqlTakesEachStatementOfTheCases()
    {
        await using var database = await server.NewDatabaseAsync();
        await using var connection = await database.Source.OpenConnectionAsync(Token);
        var refused = new List<string>();
        foreach (var each in LintCase.All.Where(each => each.Since <= connection.PostgreSqlVersion.Major))
        {
            foreach (var statement in each.Statements().Where(IsLeftAsItIsByPlpgsql))
            {
                if (await RefusalAsync(connection, statement) is { } problem)
                    refused.Add($"{each.Rule}: {each.Title}: {problem}: {statement}");
            }
        }

        Assert.Empty(refused);
    }

    private static (IReadOnlyList<Finding> Findings, string Text) Check(string rule, string title, bool isBad)
    {
        var it = LintCase.All.Single(each => each.Rule == rule && each.Title == title && each.IsBad == isBad);
        var findings = it.Findings();
        Assert.DoesNotContain(findings, finding => finding.Rule is Linter.NotReadable or Linter.NotChecked);
        return (findings, it.Text);
    }

    /// <summary>The statement in the body of a function: PostgreSQL reads it, and runs nothing.</summary>
    private static async Task<string?> RefusalAsync(NpgsqlConnection connection, string statement)
    {
        var function =
            $"create or replace function pg_temp.f() returns void language plpgsql as $body$ begin return; {statement}\n; end $body$";
        await using var command = new NpgsqlCommand(function, connection);
        try
        {
            await command.ExecuteNonQueryAsync(Token);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.MessageText;
        }
    }

    /// <summary>PL/pgSQL has statements of its own that begin like these, and its own <c>select into</c>.</summary>
    private static bool IsLeftAsItIsByPlpgsql(string statement) =>
        StatementParser.Parse(statement)
            is not (
                SetSetting
                or TransactionControl
                or DoBlock
                or ChangeRows { Command: "copy" }
                or OtherStatement { Command: "set" or "call" or "execute" }
            )
        && !statement.Contains(" into table ", StringComparison.Ordinal);

    private static TheoryData<string, string> Named(bool isBad)
    {
        var data = new TheoryData<string, string>();
        foreach (var each in LintCase.All.Where(each => each.IsBad == isBad))
            data.Add(each.Rule, each.Title);
        return data;
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, at) => (at > 0 && char.IsAsciiLetterUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));
}
