using System.Text;

namespace Be.Scaffolding.Planning;

/// <summary>
/// The text of a file on disk. Its byte order mark and line ends are the user's editor's: comparing ignores them, writing keeps them.
/// </summary>
internal sealed record DiskText(string Exact)
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Without byte order mark, with LF.</summary>
    public string Text { get; } = Exact.TrimStart(ByteOrderMark).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>Another text, with this one's byte order mark and line ends.</summary>
    public string Like(string text)
    {
        var lines = Exact.Contains("\r\n", StringComparison.Ordinal) ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
        return Exact.StartsWith(ByteOrderMark) ? ByteOrderMark + lines : lines;
    }

    /// <summary>The file's text; null when there is no file.</summary>
    /// <exception cref="UserError">It is there and cannot be read as text.</exception>
    public static DiskText? Read(string root, string path)
    {
        var file = System.IO.Path.Combine(root, path);
        try
        {
            return new DiskText(Utf8.GetString(File.ReadAllBytes(file)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (DecoderFallbackException)
        {
            throw new UserError($"{path} is not UTF-8 text.", "Save it as UTF-8.");
        }
        catch (Exception) when (Directory.Exists(file))
        {
            throw new UserError($"{path} is a folder, and a file has to stand there.", "Move the folder away.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path} cannot be read: {e.Message}", "See that you may read it.");
        }
    }
}
