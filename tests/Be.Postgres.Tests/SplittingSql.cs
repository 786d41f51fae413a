using Acme.Platform.Migrations;

namespace Be.Postgres.Tests;

public sealed class SplittingSql
{
    /// <summary>SQL, and its statements: <c>line: text</c>.</summary>
    public static TheoryData<string, string[]> Cases =>
        new()
        {
            { "", [] },
            { "  \n\t\r\n ", [] },
            { ";;\n ; ", [] },
            { "-- only a comment", [] },
            { "/* only; a comment */;", [] },
            { "select 1", ["1: select 1"] },
            { "select 1;", ["1: select 1"] },
            { "select 1; select 2;\nselect 3", ["1: select 1", "1: select 2", "2: select 3"] },
            { "\n\n  select 1  ;\n\n\nselect\n2;", ["3: select 1", "6: select\n2"] },
            { "select 1 -- one; two\n, 2;", ["1: select 1 -- one; two\n, 2"] },
            { "-- first\nselect 1; -- last\n-- end", ["2: select 1"] },
            { "select 1 -- ends with the text", ["1: select 1"] },
            { "select 1 /* a; b */ + 2;", ["1: select 1 /* a; b */ + 2"] },
            { "select 1 /* a /* b; */ c; */ + 2; select 3", ["1: select 1 /* a /* b; */ c; */ + 2", "1: select 3"] },
            { "select '/*'; select '*/'", ["1: select '/*'", "1: select '*/'"] },
            { "select '--'; select 2", ["1: select '--'", "1: select 2"] },
            { "select 'a;b';", ["1: select 'a;b'"] },
            { "select 'it''s; fine'; select 2", ["1: select 'it''s; fine'", "1: select 2"] },
            { "select ''; select ''''; select 3", ["1: select ''", "1: select ''''", "1: select 3"] },
            { @"select 'a\'; select 2", [@"1: select 'a\'", "1: select 2"] },
            { @"select E'a\';b'; select 2", [@"1: select E'a\';b'", "1: select 2"] },
            { @"select e'\\'; select 2", [@"1: select e'\\'", "1: select 2"] },
            { @"select E'it''s\';'; select 2", [@"1: select E'it''s\';'", "1: select 2"] },
            { "select E'a'\n'\\';'; select 2", ["1: select E'a'\n'\\';'", "2: select 2"] },
            { "select E'a' -- c\n'\\';'; select 2", ["1: select E'a' -- c\n'\\';'", "2: select 2"] },
            { @"select E'a' '\'; select 2", [@"1: select E'a' '\'", "1: select 2"] },
            { @"select name'\'; select 2", [@"1: select name'\'", "1: select 2"] },
            { @"select typee'\'; select 2", [@"1: select typee'\'", "1: select 2"] },
            { "select U&'\\003b;' uescape '!'; select B'1;'", ["1: select U&'\\003b;' uescape '!'", "1: select B'1;'"] },
            { "select \"a;b\" from \"c\"\"d;\"; select 2", ["1: select \"a;b\" from \"c\"\"d;\"", "1: select 2"] },
            { "select \"it's\"; select 2", ["1: select \"it's\"", "1: select 2"] },
            { "select $$a;b$$; select 2", ["1: select $$a;b$$", "1: select 2"] },
            { "select $x$a;$$;b$x$; select 2", ["1: select $x$a;$$;b$x$", "1: select 2"] },
            { "select $_x1$;$_X1$;$_x1$; select 2", ["1: select $_x1$;$_X1$;$_x1$", "1: select 2"] },
            { "select $été$;$été$; select 2", ["1: select $été$;$été$", "1: select 2"] },
            { "select $$it's \" /* -- $$; select 2", ["1: select $$it's \" /* -- $$", "1: select 2"] },
            { "prepare p as select $1; select 2", ["1: prepare p as select $1", "1: select 2"] },
            { "select $1$a; select 2", ["1: select $1$a", "1: select 2"] },
            { "select a$b$ ; select c$b$", ["1: select a$b$", "1: select c$b$"] },
            { "do $$ begin\n  perform 1;\nend $$;\nselect 2;", ["1: do $$ begin\n  perform 1;\nend $$", "4: select 2"] },
            { "select @x, :y, a::text, a := 1; select 2", ["1: select @x, :y, a::text, a := 1", "1: select 2"] },
            { "select 5*/*;*/2; select 3", ["1: select 5*/*;*/2", "1: select 3"] },
            { "select 5 - -1; select 1--;\n; select 2", ["1: select 5 - -1", "1: select 1", "2: select 2"] },
            {
                "create rule r as on insert to t do also (select 1; select 2); select 3",
                ["1: create rule r as on insert to t do also (select 1; select 2)", "1: select 3"]
            },
            { "select 1); select 2", ["1: select 1)", "1: select 2"] },
            {
                "create function f() returns int begin atomic select 1; select 2; end; select 3",
                ["1: create function f() returns int begin atomic select 1; select 2; end", "1: select 3"]
            },
            {
                "create or replace procedure p()\nbegin atomic\n  select case when true then 1 else case when false then 2 end end;\nend;\nselect 3",
                [
                    "1: create or replace procedure p()\nbegin atomic\n  select case when true then 1 else case when false then 2 end end;\nend",
                    "5: select 3",
                ]
            },
            {
                "create function f() returns int BEGIN /* ; */ ATOMIC select 1 as end, (case when true then 1 end); END; select 3",
                ["1: create function f() returns int BEGIN /* ; */ ATOMIC select 1 as end, (case when true then 1 end); END", "1: select 3"]
            },
            { "create procedure p() begin atomic end; select 1", ["1: create procedure p() begin atomic end", "1: select 1"] },
            { "select begin atomic from t; select 2", ["1: select begin atomic from t", "1: select 2"] },
            { "begin; select 1; end;", ["1: begin", "1: select 1", "1: end"] },
            {
                "create function f() returns int language sql as 'select 1; select 2'; select 3",
                ["1: create function f() returns int language sql as 'select 1; select 2'", "1: select 3"]
            },
            { "select 1;\r\nselect 2;\r\n", ["1: select 1", "2: select 2"] },
            { "select 'größer; ß'; select \"naïve;\"; select ünï", ["1: select 'größer; ß'", "1: select \"naïve;\"", "1: select ünï"] },
            { "select 1;\fselect 2;\vselect 3", ["1: select 1", "1: select 2", "1: select 3"] },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void GivesEachStatementWithItsLine(string sql, string[] statements)
    {
        Assert.Equal(statements, SqlStatement.Split(sql).Select(statement => $"{statement.Line}: {statement.Text}"));
    }

    [Theory]
    [InlineData("select 1;\nselect 'a;\n", 2)]
    [InlineData("select 1;\n\n select \"a", 3)]
    [InlineData("/* /* */", 1)]
    [InlineData("select 1; do $a$ begin;\n end $b$", 1)]
    [InlineData("select E'\\'", 1)]
    [InlineData("select $$ $", 1)]
    public void RefusesWhatHasNoEndAndNamesItsLine(string sql, int line)
    {
        var error = Assert.Throws<MigrationException>(() => SqlStatement.Split(sql, firstLine: 1, "1_a.sql"));

        Assert.Equal(("1_a.sql", line), (error.File, error.Line));
        Assert.Contains("has no end", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CountsLinesFromTheFirstLineOfTheFile()
    {
        Assert.Equal([11, 13], SqlStatement.Split("\nselect 1;\n\nselect 2", firstLine: 10).Select(statement => statement.Line));
    }

    [Fact]
    public void ReadsAMegabyteInOnePass()
    {
        var sql = string.Concat(Enumerable.Repeat("insert into t values ('a;b', $$c;d$$); -- e;f\n", 25_000));

        var started = DateTime.UtcNow;
        var statements = SqlStatement.Split(sql);

        Assert.Equal(25_000, statements.Count);
        Assert.Equal(25_000, statements[^1].Line);
        Assert.InRange(DateTime.UtcNow - started, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
