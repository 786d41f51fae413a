namespace Be.Postgres.Tests;

public sealed class ExplainingBranches(TestServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaysNothingOfAStraightLine()
    {
        await using var database = await server.NewDatabaseAsync();
        Write(database, "1_a.sql", after: null);
        Write(database, "2_b.sql", after: "1");
        Assert.Empty(await NotesAsync(database));

        await database.MigrateAsync();
        Write(database, "3_c.sql", after: "2");
        Assert.Empty(await NotesAsync(database));
    }

    [Fact]
    public async Task TellsOfABranchThatWasMergedLate()
    {
        await using var database = await server.NewDatabaseAsync();
        Write(database, "1_a.sql", after: null);
        Write(database, "3_c.sql", after: "1");
        await database.MigrateAsync();
        Write(database, "2_b.sql", after: "1");

        var note = Assert.Single(await NotesAsync(database));

        Assert.Equal((MigrationNoteKind.OutOfOrder, "2"), (note.Kind, note.Version));
        Assert.Equal("2_b.sql has not run, and 3_c.sql, which is newer, has: a branch that was merged late.", note.Problem);
        Assert.Equal(["2_b.sql"], await database.MigrateAsync());
        Assert.Empty(await NotesAsync(database));
    }

    [Fact]
    public async Task TellsOfTwoBranchesFromTheSameMigration()
    {
        await using var database = await server.NewDatabaseAsync();
        Write(database, "1_a.sql", after: null);
        Write(database, "2_b.sql", after: "1");
        await database.MigrateAsync();
        Write(database, "3_c.sql", after: "1");

        var note = Assert.Single(await NotesAsync(database));

        Assert.Equal((MigrationNoteKind.SamePredecessor, "3"), (note.Kind, note.Version));
        Assert.Equal("2_b.sql and 3_c.sql were both written after 1: on two branches, neither with the other in view.", note.Problem);
        Assert.EndsWith("begin 3_c.sql with the line: -- be:after 2", note.Remedy, StringComparison.Ordinal);

        Write(database, "3_c.sql", after: "2");
        Assert.Empty(await NotesAsync(database));
    }

    [Fact]
    public async Task SaysNothingOfBranchesThatBothRan()
    {
        await using var database = await server.NewDatabaseAsync();
        Write(database, "1_a.sql", after: null);
        Write(database, "2_b.sql", after: "1");
        Write(database, "3_c.sql", after: "1");
        await database.MigrateAsync();

        Assert.Empty(await NotesAsync(database));
    }

    [Fact]
    public async Task NamesTheFileThatIsMissing()
    {
        await using var database = await server.NewDatabaseAsync();
        Write(database, "1_a.sql", after: null);
        Write(database, "2_b.sql", after: "1");
        await database.MigrateAsync();
        database.Delete("2_b.sql");

        var note = Assert.Single(await NotesAsync(database));

        Assert.Equal((MigrationNoteKind.FileMissing, "2"), (note.Kind, note.Version));
        Assert.StartsWith("2_b.sql has run, but its file is not here", note.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KnowsAFileByItsTextWhenItWasRenamed()
    {
        await using var database = await server.NewDatabaseAsync();
        Write(database, "1_a.sql", after: null);
        await database.MigrateAsync();
        database.Delete("1_a.sql");
        Write(database, "2_a.sql", after: null);

        var note = Assert.Single(await NotesAsync(database));

        Assert.Equal(MigrationNoteKind.Renamed, note.Kind);
        Assert.StartsWith("2_a.sql ran already, as 1_a.sql", note.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TellsOfAnEditWithItsTime()
    {
        await using var database = await server.NewDatabaseAsync();
        Write(database, "1_a.sql", after: null);
        await database.MigrateAsync();
        database.Write("1_a.sql", "select 2;");

        var note = Assert.Single(await NotesAsync(database));

        Assert.Equal(MigrationNoteKind.Edited, note.Kind);
        Assert.Contains(
            DateTime.UtcNow.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            note.Problem,
            StringComparison.Ordinal
        );
    }

    private static void Write(TestDatabase database, string name, string? after) =>
        File.WriteAllText(
            Path.Combine(database.Folder, name),
            (after is null ? "" : $"-- be:after {after}\n") + $"-- migrate:up\nselect '{name[2..]}';\n-- migrate:down\n"
        );

    private static async Task<IReadOnlyList<MigrationNote>> NotesAsync(TestDatabase database) =>
        MigrationNotes.Of(database.Folder, await database.Runner.StatusAsync(Token));
}
