namespace Acme.Platform.Lists;

/// <summary>Which rows callers can have beside those that they ask for, by the name of what refers to them. All else is refused.</summary>
public sealed class IncludeRules
{
#if (accounts)
    private readonly Dictionary<string, string> permissions = new(StringComparer.Ordinal);

    internal IReadOnlyCollection<string> Names => permissions.Keys;

    /// <param name="name">As callers write it: <c>customer</c>.</param>
    /// <param name="what">What the rows are, such as <c>customers</c>: callers need the permission to read them.</param>
    public IncludeRules Add(string name, string what)
    {
        permissions.Add(name, what + ":read");
        return this;
    }

    internal string PermissionFor(string name) => permissions[name];
#else
    private readonly List<string> names = [];

    internal IReadOnlyCollection<string> Names => names;

    /// <param name="name">As callers write it: <c>customer</c>.</param>
    public IncludeRules Add(string name)
    {
        names.Add(name);
        return this;
    }
#endif
}
