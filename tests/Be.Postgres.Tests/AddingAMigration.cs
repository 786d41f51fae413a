using System.Globalization;
using Acme.Platform.Migrations;
using Be.Scaffolding;

namespace Be.Postgres.Tests;

public sealed class AddingAMigration : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-20T16:05:09.9+02:00", CultureInfo.InvariantCulture);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("be-solution-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void GivesAnEmptyUpAndDownPart()
    {
        var (path, text) = MigrationFolder.Plan(root.FullName, "migrations", "add_order_notes", Now);

        Assert.Equal("migrations/20261120140509_add_order_notes.sql", path);
        Assert.Equal(
            "-- migrate:up\nset local lock_timeout = '2s';\nset local statement_timeout = '60s';\n\n\n"
                + "-- migrate:down\nset local lock_timeout = '2s';\nset local statement_timeout = '60s';\n\n",
            text
        );
        Assert.Empty(root.EnumerateFileSystemInfos());
    }

    [Fact]
    public void GivesAFileThatTheRunnerReads()
    {
        var script = MigrationScript.Parse("1_a.sql", MigrationFolder.Plan(root.FullName, "migrations", "a", Now).Text);

        Assert.Equal((2, 2), (script.Up.Statements.Count, script.Down!.Statements.Count));
    }

    [Fact]
    public void NamesTheMigrationBeforeIt()
    {
        root.CreateSubdirectory("migrations");
        File.WriteAllText(Path.Combine(root.FullName, "migrations", "20260101000000_first.sql"), "-- migrate:up\n");

        Assert.StartsWith(
            "-- be:after 20260101000000\n-- migrate:up\n",
            MigrationFolder.Plan(root.FullName, "migrations", "a", Now).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("AddOrderNotes", "add_order_notes")]
    [InlineData("Add order-notes", "add_order_notes")]
    [InlineData("add__order  notes", "add_order_notes")]
    [InlineData("addHTTPHeader2", "add_http_header2")]
    [InlineData("v2 of orders", "v2_of_orders")]
    public void SpellsTheNameInSnakeCase(string name, string spelled)
    {
        Assert.Equal($"migrations/20261120140509_{spelled}.sql", MigrationFolder.Plan(root.FullName, "migrations", name, Now).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("../evil")]
    [InlineData("2_orders")]
    [InlineData("größe")]
    [InlineData("a.sql")]
    [InlineData("add\norders")]
    [InlineData("orders\n")]
    [InlineData("a_name_that_goes_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on")]
    public void RefusesANameThatIsNone(string name)
    {
        var error = Assert.Throws<UserError>(() => MigrationFolder.Plan(root.FullName, "migrations", name, Now));

        Assert.Equal(2, error.ExitCode);
        Assert.Equal("be migration add add_order_notes", error.Remedy);
    }

    [Fact]
    public void TakesAVersionAfterTheNewest()
    {
        root.CreateSubdirectory("migrations");
        File.WriteAllText(Path.Combine(root.FullName, "migrations", "20261231235959_last.sql"), "-- migrate:up\n");

        Assert.Equal("migrations/20270101000000_a.sql", MigrationFolder.Plan(root.FullName, "migrations", "a", Now).Path);
        Assert.Equal(
            "migrations/20270501000000_a.sql",
            MigrationFolder.Plan(root.FullName, "migrations", "a", new DateTimeOffset(2027, 5, 1, 0, 0, 0, default)).Path
        );
    }
}
