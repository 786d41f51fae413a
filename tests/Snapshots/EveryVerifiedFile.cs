using System.Reflection;

namespace Be.Snapshots;

public sealed class EveryVerifiedFile
{
    [Fact]
    public void BelongsToATest()
    {
        var assembly = typeof(EveryVerifiedFile).Assembly;
        var folder = assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "ProjectDirectory")
            .Value!;
        var tests = assembly.GetTypes().SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}")).ToHashSet();

        var files = Directory.EnumerateFiles(folder, "*.verified.txt", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)!);

        Assert.All(files, file => Assert.Contains(file.Split(".verified.")[0].Split('_')[0], tests));
    }
}
