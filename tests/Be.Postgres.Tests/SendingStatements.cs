namespace Be.Postgres.Tests;

public sealed class SendingStatements(TestServer server)
{
    [Theory]
    [InlineData(
        "create function f() returns int language sql begin atomic select 1; select case when true then 2 end; end",
        "select f()",
        "2"
    )]
    [InlineData("create view v as select '@a :b ; $1' as c, 1::int8 = 1", "select c from v", "@a :b ; $1")]
    [InlineData("create table t (\"@p\" int, \":q\" int); insert into t values (1, 2)", "select \"@p\" + \":q\" from t", "3")]
    [InlineData("create table t as select E'\\';' || $$;$$ || $x$'$x$ as c", "select c from t", "';;'")]
    [InlineData(
        "create table t (a int); create rule r as on insert to t do also (notify x; notify y)",
        "select count(*) from pg_rules where rulename = 'r'",
        "1"
    )]
    [InlineData(
        "create table t as select '{\"a\": 1}'::jsonb as j; create table u as select j ? 'a' as has, j @> '{\"a\":1}' as contains from t",
        "select * from u",
        "True|True"
    )]
    [InlineData("create table t (a int); do $$ declare n int := 3; begin insert into t values (n); end $$", "select a from t", "3")]
    [InlineData(
        "create table \"tablé ü\" (a int) -- größer; \n ; comment on table \"tablé ü\" is 'a;b'",
        "select obj_description('\"tablé ü\"'::regclass)",
        "a;b"
    )]
    public async Task LeavesThemAsTheyAre(string up, string query, string answer)
    {
        await using var database = await server.NewDatabaseAsync();
        database.Write("1_a.sql", up);

        await database.MigrateAsync();

        Assert.Equal([answer], await database.QueryAsync(query));
    }

    [Fact]
    public async Task KeepsTheSourceOfAFunctionToTheLastCharacter()
    {
        await using var database = await server.NewDatabaseAsync();
        const string body = "\n  -- :a @b; it's\n  begin\n    return $1;\n  end\n";
        database.Write("1_a.sql", $"create function f(int) returns int language plpgsql as $f${body}$f$;");

        await database.MigrateAsync();

        Assert.Equal([body], await database.QueryAsync("select prosrc from pg_proc where proname = 'f'"));
    }
}
