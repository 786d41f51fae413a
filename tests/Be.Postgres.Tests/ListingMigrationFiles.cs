using Acme.Platform.Migrations;

namespace Be.Postgres.Tests;

public sealed class ListingMigrationFiles : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("be-migrations-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void TakesAnyVersionOfDigitsAndSortsByNameAsDbmateDoes()
    {
        Write("9_nine.sql", "20260101120000_b.sql", "10_ten.sql", "0042.sql", "20260101120000000_ms.sql", "7-dash.sql", "8ü.sql");

        var files = MigrationFile.InFolder(folder.FullName);

        Assert.Equal(
            [
                ("0042", "0042.sql"),
                ("10", "10_ten.sql"),
                ("20260101120000000", "20260101120000000_ms.sql"),
                ("20260101120000", "20260101120000_b.sql"),
                ("7", "7-dash.sql"),
                ("8", "8ü.sql"),
                ("9", "9_nine.sql"),
            ],
            files.Select(file => (file.Version, file.Name))
        );
    }

    [Fact]
    public void LeavesOtherFilesAndFoldersAlone()
    {
        Write("1_a.sql", "README.md", "2_b.sql.bak");
        folder.CreateSubdirectory("3_folder.sql");

        Assert.Equal("1_a.sql", Assert.Single(MigrationFile.InFolder(folder.FullName)).Name);
    }

    [Theory]
    [InlineData("add_orders.sql")]
    [InlineData("_1.sql")]
    [InlineData("20260101000000_a.SQL")]
    [InlineData("١_arabic_digit.sql")]
    public void RefusesAMigrationThatDbmateWouldSilentlyPassOver(string name)
    {
        Write("1_a.sql", name);

        var error = Assert.Throws<MigrationException>(() => MigrationFile.InFolder(folder.FullName));

        Assert.Equal(name, error.File);
        Assert.Contains("20260131120000_add_orders.sql", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesTwoFilesOfOneVersion()
    {
        Write("20260101000000_a.sql", "20260101000000_b.sql");

        var error = Assert.Throws<MigrationException>(() => MigrationFile.InFolder(folder.FullName));

        Assert.Equal("20260101000000_b.sql: has the same version as 20260101000000_a.sql", error.Message);
    }

    [Fact]
    public void NamesAFolderThatIsMissing()
    {
        var missing = Path.Combine(folder.FullName, "none");

        var error = Assert.Throws<MigrationException>(() => MigrationFile.InFolder(missing));

        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesTextThatIsNotUtf8()
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "1_a.sql"), [.. "-- migrate:up\nselect '"u8, 0xE9, .. "';"u8]);

        var error = Assert.Throws<MigrationException>(() => MigrationFile.InFolder(folder.FullName)[0].Read());

        Assert.Equal("1_a.sql: is not UTF-8 text", error.Message);
    }

    [Fact]
    public void ReadsAFileWithByteOrderMark()
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "1_a.sql"), [0xEF, 0xBB, 0xBF, .. "-- migrate:up\nselect 1;"u8]);

        Assert.Single(MigrationFile.InFolder(folder.FullName)[0].Read().Up.Statements);
    }

    private void Write(params string[] names)
    {
        foreach (var name in names)
            File.WriteAllText(Path.Combine(folder.FullName, name), "-- migrate:up\n");
    }
}
