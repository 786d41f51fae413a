namespace Be.Scaffolding.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("be-test-").FullName;

    public string this[string path] => System.IO.Path.Combine(Path, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    public string Read(string path) => File.ReadAllText(this[path]);

    public bool Has(string path) => File.Exists(this[path]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
