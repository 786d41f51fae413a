using Acme.Platform.Migrations;

namespace Be.Postgres.Tests;

public sealed class ReadingAMigrationFile
{
    [Fact]
    public void GivesBothDirectionsWithTheirLines()
    {
        var script = Parse(
            "-- migrate:up\ncreate table a (id int);\n\ncreate table b (id int);\n\n-- migrate:down\ndrop table b;\ndrop table a;\n"
        );

        Assert.Equal([(2, "create table a (id int)"), (4, "create table b (id int)")], Statements(script.Up));
        Assert.Equal([(7, "drop table b"), (8, "drop table a")], Statements(script.Down!));
        Assert.True(script.Up.InTransaction);
        Assert.True(script.Down!.InTransaction);
    }

    [Theory]
    [InlineData("-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;")]
    [InlineData("--migrate:up\nselect 1;\n--migrate:down\nselect 2;")]
    [InlineData("--   migrate:up   \nselect 1;\n--\tmigrate:down\t\nselect 2;")]
    [InlineData("-- migrate:up\r\nselect 1;\r\n-- migrate:down\r\nselect 2;\r\n")]
    [InlineData("\n-- what it does\n   -- and why\n\n-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;")]
    [InlineData("-- migrate:up transaction:true foo:bar odd a:b:c\nselect 1;\n-- migrate:down\nselect 2;")]
    [InlineData("-- migrate:up\nselect 1\n-- migrate:down\nselect 2")]
    public void AcceptsWhatDbmateAccepts(string text)
    {
        var script = Parse(text);

        Assert.Equal("select 1", Assert.Single(script.Up.Statements).Text);
        Assert.Equal("select 2", Assert.Single(script.Down!.Statements).Text);
        Assert.True(script.Up.InTransaction);
    }

    [Theory]
    [InlineData("-- migrate:upwards\n-- migrate:up\nselect 1;")]
    [InlineData("-- not -- migrate:up\n-- migrate:up\nselect 1;")]
    [InlineData("-- migrate:up\n -- migrate:down\nselect 1;")]
    public void TakesOnlyAWholeLineForADirective(string text)
    {
        var script = Parse(text);

        Assert.Equal("select 1", Assert.Single(script.Up.Statements).Text);
        Assert.Null(script.Down);
    }

    [Fact]
    public void ReadsTheOptionsOfEachDirection()
    {
        var script = Parse(
            "-- migrate:up transaction:false\nselect 1;\n-- migrate:down   transaction:false lock_timeout:1s statement_timeout:1h\nselect 2;"
        );

        Assert.False(script.Up.InTransaction);
        Assert.Equal((null, null), (script.Up.LockTimeout, script.Up.StatementTimeout));
        Assert.False(script.Down!.InTransaction);
        Assert.Equal(("1s", "1h"), (script.Down.LockTimeout, script.Down.StatementTimeout));
    }

    [Fact]
    public void JoinsSeveralPartsAndUndoesTheLastFirst()
    {
        var script = Parse("-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;\n-- migrate:up\nselect 3;\n-- migrate:down\nselect 4;");

        Assert.Equal([(2, "select 1"), (6, "select 3")], Statements(script.Up));
        Assert.Equal([(8, "select 4"), (4, "select 2")], Statements(script.Down!));
    }

    [Fact]
    public void LetsAFileDoNothing()
    {
        var script = Parse("-- migrate:up\n-- nothing yet\n-- migrate:down transaction:false\n");

        Assert.Empty(script.Up.Statements);
        Assert.Empty(script.Down!.Statements);
    }

    [Theory]
    [InlineData("", null, "has no line '-- migrate:up'")]
    [InlineData("create table a (id int);", 1, "a statement stands before '-- migrate:up'")]
    [InlineData("-- a\n\ncreate table a (id int);\n-- migrate:up\nselect 1;", 3, "a statement stands before '-- migrate:up'")]
    [InlineData("-- migrate:down\nselect 1;", null, "has no line '-- migrate:up'")]
    [InlineData("-- migrate:down\nselect 1;\n-- migrate:up\nselect 2;", 1, "'-- migrate:down' has no '-- migrate:up' before it")]
    [InlineData(
        "-- migrate:up\nselect 1;\n-- migrate:down\n-- migrate:down\nselect 1;",
        4,
        "'-- migrate:down' has no '-- migrate:up' before it"
    )]
    [InlineData("-- migrate:up\nselect 1;\n-- migrate:up\nselect 2;\n-- migrate:down\n", 3, "a second '-- migrate:up' comes before")]
    [InlineData("-- migrate:up\nselect 1;\nselect 'a;\n-- migrate:down\n", 3, "has no end")]
    [InlineData("-- migrate:up transaction:false\nselect 1;\n\nselect 2;", 4, "transaction:false takes a single statement")]
    [InlineData(
        "-- migrate:up\nselect 1;\n-- migrate:down transaction:false\nselect 1; select 2;",
        4,
        "transaction:false takes a single statement"
    )]
    [InlineData(
        "-- migrate:up\nselect 1;\n-- migrate:down\n-- migrate:up transaction:false\nselect 2;",
        4,
        "transaction:false in a file of several parts"
    )]
    [InlineData("-- migrate:up\nbegin;\nselect 1;\ncommit;", 2, "already runs in a transaction")]
    [InlineData("-- migrate:up\nselect 1;\nEND;", 3, "already runs in a transaction")]
    [InlineData("-- migrate:up\nstart  transaction;", 2, "already runs in a transaction")]
    [InlineData("-- migrate:up\nselect 1;\ncopy a from stdin;\n1\n\\.\n", 3, "copy … from stdin needs data")]
    [InlineData("-- migrate:up transaction:false\ncopy (select 1)\n to stdout;", 2, "copy … from stdin needs data")]
    [InlineData("-- migrate:up\nrollback;", 2, "already runs in a transaction")]
    public void RefusesTheRestAndSaysWhere(string text, int? line, string problem)
    {
        var error = Assert.Throws<MigrationException>(() => Parse(text));

        Assert.Equal("20260101000000_a.sql", error.File);
        Assert.Equal(line, error.Line);
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
    }

    [Theory]
    [InlineData("savepoint a; rollback to a; rollback work to savepoint a; release a")]
    [InlineData("prepare p as select 1")]
    [InlineData("create table commits (id int)")]
    public void LetsAFileUseItsTransaction(string sql)
    {
        Assert.NotEmpty(Parse($"-- migrate:up\n{sql};").Up.Statements);
    }

    private static MigrationScript Parse(string text) => MigrationScript.Parse("20260101000000_a.sql", text);

    private static IEnumerable<(int Line, string Text)> Statements(MigrationPart part) =>
        part.Statements.Select(statement => (statement.Line, statement.Text));
}
