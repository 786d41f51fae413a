using System.Globalization;
using System.Text;
using Acme.Platform.Migrations;
using Be.Scaffolding;

namespace Be.Postgres.Tests;

public sealed class AddingAMigration : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-20T16:05:09.9+02:00", CultureInfo.InvariantCulture);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("be-solution-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void WritesAnEmptyUpAndDownPart()
    {
        var path = MigrationFolder.Add(root.FullName, "add_order_notes", Now);

        Assert.Equal("migrations/20261120140509_add_order_notes.sql", path);
        Assert.Equal(
            Encoding.UTF8.GetBytes(
                "-- migrate:up\nset local lock_timeout = '2s';\nset local statement_timeout = '15s';\n\n\n" +
                "-- migrate:down\nset local lock_timeout = '2s';\nset local statement_timeout = '15s';\n\n"),
            File.ReadAllBytes(Path.Combine(root.FullName, path)));
    }

    [Fact]
    public void WritesAFileThatCanBeReadBack()
    {
        MigrationFolder.Add(root.FullName, "a", Now);

        var script = Assert.Single(MigrationFile.InFolder(Path.Combine(root.FullName, "migrations"))).Read();

        Assert.Equal((2, 2), (script.Up.Statements.Count, script.Down!.Statements.Count));
    }

    [Theory]
    [InlineData("AddOrderNotes", "add_order_notes")]
    [InlineData("Add order-notes", "add_order_notes")]
    [InlineData("add__order  notes", "add_order_notes")]
    [InlineData("addHTTPHeader2", "add_http_header2")]
    [InlineData("v2 of orders", "v2_of_orders")]
    public void SpellsTheNameInSnakeCase(string name, string spelled)
    {
        Assert.Equal($"migrations/20261120140509_{spelled}.sql", MigrationFolder.Plan(root.FullName, name, Now).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("../evil")]
    [InlineData("2_orders")]
    [InlineData("größe")]
    [InlineData("a.sql")]
    [InlineData("add\norders")]
    [InlineData("a_name_that_goes_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on")]
    public void RefusesANameThatIsNone(string name)
    {
        var error = Assert.Throws<UserError>(() => MigrationFolder.Add(root.FullName, name, Now));

        Assert.Equal(2, error.ExitCode);
        Assert.Equal("be migration add add_order_notes", error.Remedy);
        Assert.Empty(root.EnumerateFileSystemInfos());
    }

    [Fact]
    public void TakesAVersionAfterTheNewest()
    {
        MigrationFolder.Add(root.FullName, "first", Now.AddDays(2));

        Assert.Equal("20261122140510", MigrationFolder.NextVersion(root.FullName, Now));
        Assert.Equal("20261123140509", MigrationFolder.NextVersion(root.FullName, Now.AddDays(3)));
    }

    [Fact]
    public void CarriesTheSecondOver()
    {
        MigrationFolder.Add(root.FullName, "first", DateTimeOffset.Parse("2026-12-31T23:59:59Z", CultureInfo.InvariantCulture));

        Assert.Equal("20270101000000", MigrationFolder.NextVersion(root.FullName, Now));
    }

    [Fact]
    public void RefusesAFolderThatItCannotRead()
    {
        root.CreateSubdirectory("migrations");
        File.WriteAllText(Path.Combine(root.FullName, "migrations", "orders.sql"), "");

        var error = Assert.Throws<UserError>(() => MigrationFolder.Add(root.FullName, "a", Now));

        Assert.StartsWith("orders.sql:", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesWhenAFileIsInTheWayOfTheFolder()
    {
        File.WriteAllText(Path.Combine(root.FullName, "migrations"), "");

        var error = Assert.Throws<UserError>(() => MigrationFolder.Add(root.FullName, "a", Now));

        Assert.Contains("cannot be written", error.Problem, StringComparison.Ordinal);
    }
}
