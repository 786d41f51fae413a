namespace Be.Scaffolding.Writing;

/// <summary>Where the paths of a solution lie on disk: never outside of it, symbolic links included.</summary>
internal sealed class SafePaths
{
    private readonly string _root;
    private readonly string _realRoot;
    private readonly Dictionary<string, string> _realFolders = new(StringComparer.Ordinal);

    public SafePaths(string root)
    {
        _root = Path.GetFullPath(root);
        _realRoot = RealPath(_root);
    }

    /// <summary>The file that a path stands for, links followed.</summary>
    /// <exception cref="UserError">It lies outside of the solution, or a file stands where a folder has to.</exception>
    public string Resolve(string path)
    {
        var isPlain = path.Split('/').All(part => part is not ("" or "." or "..")) && !path.Any(c => c == '\\' || char.IsControl(c));
        if (!isPlain || Path.IsPathRooted(path))
            throw Outside(path);
        var slash = path.LastIndexOf('/');
        var folder = slash < 0 ? _realRoot : RealFolder(path[..slash], path);
        var file = Followed(Path.Combine(folder, path[(slash + 1)..]));
        return IsInside(file) ? file : throw Outside(path);
    }

    private string RealFolder(string path, string file)
    {
        if (_realFolders.TryGetValue(path, out var known))
            return known;
        var real = RealPath(Path.Combine(_root, path));
        if (!IsInside(real))
            throw Outside(file);
        for (var folder = real; folder.Length > _realRoot.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (File.Exists(folder))
            {
                throw new UserError(
                    $"{Path.GetRelativePath(_realRoot, folder)} is a file, and a folder has to stand there.",
                    "Move the file away."
                );
            }
        }
        return _realFolders[path] = real;
    }

    private bool IsInside(string real) => real.StartsWith(_realRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every link on the way followed; what does not exist yet stays as it is.</summary>
    private static string RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
            real = Followed(Path.Combine(real, part));
        return real;
    }

    /// <summary>Where the last part of a path leads, when the folder that it is in is real.</summary>
    private static string Followed(string path)
    {
        FileSystemInfo info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        return info.LinkTarget is null ? path : RealPath(info.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
    }

    private static UserError Outside(string path) =>
        new($"{path} lies outside of the solution.", "Take away the symbolic link, or run be where the files really are.");
}
