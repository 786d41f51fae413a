using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>A solution's name becomes file names on every system.</summary>
internal static class SolutionRules
{
    private const string Remedy = "Name it as a file could be named, such as Shop.";
    private const string NotInFileNames = "/\\:*?\"<>|";

    public static void Check(Solution solution, string? file)
    {
        var place = file is null ? Place.InArguments("Solution") : Place.InFile(file, "name");
        var name = solution.Name;
        foreach (var c in name)
        {
            if (char.IsControl(c) || NotInFileNames.Contains(c, StringComparison.Ordinal))
                throw place.Error($"the name holds {Describe(c)}.", Remedy);
        }
        if (name.Length == 0 || name.Trim(' ', '.') != name)
            throw place.Error($"the name '{name}' is empty or starts or ends with a space or a dot.", Remedy);
        if (solution.AccountsService is { } accounts && solution.Modules.All(module => module.Name != accounts))
        {
            var modules = file is null ? Place.InArguments("Solution") : Place.InFile(file, "modules");
            throw modules.Error(
                $"the service {accounts} is missing, which owns the users.",
                $$"""Write first: { "name": "{{accounts}}", "entities": [] }"""
            );
        }
    }

    private static string Describe(char c) => char.IsControl(c) ? $"the control character U+{(int)c:X4}" : $"'{c}'";
}
