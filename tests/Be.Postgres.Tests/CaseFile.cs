using System.Reflection;

namespace Be.Postgres.Tests;

/// <summary>The files of cases of a kind of rules, one a rule, embedded: <c>-- bad: title</c> or <c>-- good: title</c> begins a case.</summary>
/// <param name="folder">What the names of their resources begin with.</param>
internal sealed class CaseFile(string folder)
{
    /// <summary>The rules that have one.</summary>
    public IReadOnlyList<string> Rules { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Select(name => name[folder.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The lines of each case of a rule.</summary>
    public IEnumerable<List<string>> Read(string rule)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(folder + rule)!);
        var cases = new List<List<string>>();
        foreach (var line in reader.ReadToEnd().Split('\n'))
        {
            if (ValueOf(line, "bad") is not null || ValueOf(line, "good") is not null)
                cases.Add([]);
            if (cases.Count > 0)
                cases[^1].Add(line);
        }
        return cases;
    }

    /// <summary>What a line <c>-- key: value</c> says; null when it is none of that key.</summary>
    public static string? ValueOf(string line, string key) =>
        line.StartsWith($"-- {key}:", StringComparison.Ordinal) ? line[(key.Length + 4)..].Trim() : null;
}
