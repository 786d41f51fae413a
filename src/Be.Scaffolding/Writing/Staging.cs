namespace Be.Scaffolding.Writing;

/// <summary>
/// The files of a transaction under <c>.be/staging/</c>. Entry 3's new file waits as <c>3.new</c>, its old one is kept as <c>3.old</c>;
/// which of them are there says how far the entry has come.
/// </summary>
internal sealed class Staging(string root)
{
    public string Folder { get; } = FolderOf(root);

    public string Journal => Path.Combine(Folder, "journal");

    public static string FolderOf(string root) => Path.Combine(new SafePaths(root).Resolve(".be"), "staging");

    public string New(int entry) => Path.Combine(Folder, FormattableString.Invariant($"{entry}.new"));

    public string Old(int entry) => Path.Combine(Folder, FormattableString.Invariant($"{entry}.old"));
}
