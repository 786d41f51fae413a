namespace Be.Scaffolding.Model;

internal static class SafeNamespace
{
    public static string Of(string name) => string.Join('.', name.Split('.').Select(Identifier));

    private static string Identifier(string part)
    {
        var safe = string.Concat(part.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_'));
        return safe.Length == 0 || char.IsDigit(safe[0]) ? "_" + safe : safe;
    }
}
