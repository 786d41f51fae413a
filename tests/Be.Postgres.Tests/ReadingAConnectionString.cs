using Acme.Platform.Migrations;
using Npgsql;

namespace Be.Postgres.Tests;

public sealed class ReadingAConnectionString
{
    [Theory]
    [InlineData("postgres://app:secret@db.example:5433/shop", "Host=db.example;Port=5433;Username=app;Password=secret;Database=shop")]
    [InlineData("postgresql://app@db.example/shop", "Host=db.example;Username=app;Database=shop")]
    [InlineData("postgres://db.example", "Host=db.example")]
    [InlineData("postgres://db.example:/shop", "Host=db.example;Database=shop")]
    [InlineData("postgres://a%40b:p%3A%2F%3F%23%25@h/my%20shop", "Host=h;Username=a@b;Password=p:/?#%;Database=my shop")]
    [InlineData("postgres://u:p@ss:w@h/d", "Host=h;Username=u;Password=p@ss:w;Database=d")]
    [InlineData("postgres://u:%3Da%3Bb'c%22@h/d", "Host=h;Username=u;Password='=a;b''c\"';Database=d")]
    [InlineData("postgres://[::1]:5433/d", "Host=::1;Port=5433;Database=d")]
    [InlineData("postgres://[::1]/d", "Host=::1;Database=d")]
    [InlineData("postgres://a:1,b:2/d", "Host=a:1,b:2;Database=d")]
    [InlineData("postgres://%2Fvar%2Frun/d", "Host=/var/run;Database=d")]
    [InlineData("postgres:///d?host=/tmp&port=5433", "Host=/tmp;Port=5433;Database=d")]
    [InlineData("postgres:///d?socket=/tmp", "Host=/tmp;Database=d")]
    [InlineData("postgres://h?dbname=d&user=u&password=p%26q", "Host=h;Database=d;Username=u;Password=p&q")]
    [InlineData("postgres://h/d?sslmode=disable", "Host=h;Database=d;SSL Mode=Disable")]
    [InlineData("postgres://h/d?sslmode=verify-full&sslrootcert=ca.pem", "Host=h;Database=d;SSL Mode=VerifyFull;Root Certificate=ca.pem")]
    [InlineData(
        "postgres://h/d?connect_timeout=3&application_name=a%20b&search_path=s",
        "Host=h;Database=d;Timeout=3;Application Name=a b;Search Path=s"
    )]
    [InlineData(
        "postgres://h/d?options=-c%20geqo%3Doff&target_session_attrs=read-write",
        "Host=h;Database=d;Options=-c geqo=off;Target Session Attributes=read-write"
    )]
    [InlineData("postgres://h/d?Pooling=false", "Host=h;Database=d;Pooling=False")]
    [InlineData("Host=h;Database=d;Username=u;Password=p", "Host=h;Database=d;Username=u;Password=p")]
    [InlineData("Server=h;User Id=u", "Host=h;Username=u")]
    public void GivesItInTheFormOfNpgsql(string text, string expected)
    {
        Assert.True(
            new NpgsqlConnectionStringBuilder(expected).EquivalentTo(ConnectionText.Parse(text)),
            ConnectionText.Parse(text).ConnectionString
        );
    }

    [Theory]
    [InlineData("postgres:///d")]
    [InlineData("Database=d")]
    public void TakesThisMachineWithoutAHost(string text)
    {
        Assert.False(string.IsNullOrEmpty(ConnectionText.Parse(text).Host));
    }

    [Theory]
    [InlineData("hunter2", "neither a URI")]
    [InlineData("mysql://u:hunter2@h/d", "neither a URI")]
    [InlineData("host=h user=u password=hunter2 dbname=d", "not separated by ';'")]
    [InlineData("Host=h;Passwort=hunter2", "passwort")]
    [InlineData("Host=h;Port=hunter2", "port")]
    [InlineData("postgres://u:hunter2", "port")]
    [InlineData("postgres://u:x@h:hunter2/d", "port")]
    [InlineData("postgres://u:x@h:0/d", "port")]
    [InlineData("postgres://u:hunter2@h:65536/d", "port")]
    [InlineData("postgres://h/d?sslmode=hunter2", "sslmode")]
    [InlineData("postgres://h/d?passwort=hunter2", "passwort")]
    public void RefusesTheRestWithoutShowingAnyValue(string text, string problem)
    {
        var error = Assert.Throws<FormatException>(() => ConnectionText.Parse(text));

        Assert.Contains(problem, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://app:hunter2@db.example:5433/shop", "postgres://app@db.example:5433/shop")]
    [InlineData("Host=h;Username=u;Password=hunter2", "postgres://u@h:5432/u")]
    [InlineData("Host=h;Database=d", "postgres://h:5432/d")]
    public void DescribesItWithoutThePassword(string text, string description)
    {
        Assert.Equal(description, ConnectionText.Describe(ConnectionText.Parse(text)));
    }
}
