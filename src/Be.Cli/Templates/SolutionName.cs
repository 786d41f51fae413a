using System.Collections.Frozen;
using Be.Scaffolding;

namespace Be.Cli.Templates;

/// <summary>Names that work as a folder, a project and a C# namespace on every system.</summary>
internal static class SolutionName
{
    /// <summary>File names hold it twice beside words of ours, and most systems stop at 255 bytes.</summary>
    private const int MaxLength = 64;

    private static readonly FrozenSet<string> Devices = FrozenSet.ToFrozenSet(
        ["con", "prn", "aux", "nul", .. Numbered("com"), .. Numbered("lpt")],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Namespaces of these names would hide those that the generated code uses.</summary>
    private static readonly FrozenSet<string> Taken = FrozenSet.ToFrozenSet(
        ["System", "Microsoft", "Npgsql", "Xunit"],
        StringComparer.Ordinal
    );

    /// <exception cref="UserError">It would not work, with a name that would.</exception>
    public static void Check(string name)
    {
        if (Fault(name) is { } fault)
            throw UserError.InArguments($"'{name}' can't name a solution: {fault}.", $"Write: be new monolith {Suggestion(name)}");
    }

    private static string? Fault(string name)
    {
        if (name.Length == 0)
            return "it is empty";
        if (name.Length > MaxLength)
            return $"it is longer than {MaxLength} characters";
        if (name.FirstOrDefault(c => !IsAllowed(c)) is var bad && bad != default)
            return $"it holds '{bad}'; letters, digits, '.', '-' and '_' are allowed";
        if (!name.Any(char.IsLetterOrDigit))
            return "it has neither a letter nor a digit";
        return name.Split('.').Select(PartFault).FirstOrDefault(fault => fault is not null);
    }

    private static string? PartFault(string part)
    {
        if (part.Length == 0)
            return "a dot must stand between two parts";
        if (part.StartsWith('-') || part.EndsWith('-'))
            return "a hyphen must stand inside a part";
        if (Devices.Contains(part))
            return $"'{part}' is a device on Windows";
        if (Taken.Contains(part))
            return $"the namespace '{part}' would hide the one that the code uses";
        return Keywords.Contains(part) ? $"'{part}' is a keyword of C#" : null;
    }

    private static bool IsAllowed(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_';

    private static string Suggestion(string name)
    {
        var allowed = string.Concat(name.Select(c => IsAllowed(c) ? c : '-'));
        var parts = allowed.Split('.', '-').Where(part => part.Any(char.IsLetterOrDigit)).Select(Capitalised);
        var suggestion = string.Concat(parts) is { Length: > 0 } joined ? joined[..Math.Min(joined.Length, MaxLength)] : "Shop";
        return Fault(suggestion) is null ? suggestion : suggestion + "App";
    }

    private static string Capitalised(string part) => char.ToUpperInvariant(part[0]) + part[1..];

    private static IEnumerable<string> Numbered(string device) => Enumerable.Range(1, 9).Select(n => $"{device}{n}");

    /// <summary>C#'s reserved words (specification, 6.4.4).</summary>
    private static readonly FrozenSet<string> Keywords = FrozenSet.ToFrozenSet(
        """
        abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event
        explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null
        object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string
        struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal
    );
}
