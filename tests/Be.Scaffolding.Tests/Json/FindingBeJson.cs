using Be.Scaffolding.Json;

namespace Be.Scaffolding.Tests.Json;

public sealed class FindingBeJson : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void LooksInTheFolderAndAboveIt()
    {
        _folder.Write("be.json", BeJson.Write(Models.Shop));
        Directory.CreateDirectory(_folder["src/Shop.Api"]);

        Assert.Equal(_folder.Path, BeJson.FindRoot(_folder["src/Shop.Api"]));
        Assert.Equal(_folder.Path, BeJson.FindRoot(_folder.Path));
    }

    [Fact]
    public void SaysHowToMakeOneWhenThereIsNone()
    {
        var error = Assert.Throws<UserError>(() => BeJson.FindRoot(_folder.Path));

        Assert.Equal($"There is no be.json in {_folder.Path} or above it.", error.Problem);
        Assert.Equal("Change into a solution, or make one: be new monolith Shop", error.Remedy);
        Assert.Equal(1, error.ExitCode);
    }

    [Fact]
    public void ReadsAFileWithAByteOrderMark()
    {
        File.WriteAllText(
            _folder["be.json"],
            BeJson.Write(Models.Shop),
            new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );

        Assert.Equal("Shop", BeJson.Read(_folder["be.json"]).Name);
    }

    [Fact]
    public void RefusesAFileThatIsNotUtf8()
    {
        File.WriteAllBytes(_folder["be.json"], [(byte)'"', 0xFF, (byte)'"']);

        var error = Assert.Throws<UserError>(() => BeJson.Read(_folder["be.json"]));

        Assert.Equal($"{_folder["be.json"]} is not UTF-8 text.", error.Problem);
    }

    [Fact]
    public void RefusesAFileThatCannotBeRead() =>
        Assert.Contains(
            "cannot be read",
            Assert.Throws<UserError>(() => BeJson.Read(_folder["be.json"])).Problem,
            StringComparison.Ordinal
        );

    public void Dispose() => _folder.Dispose();
}
