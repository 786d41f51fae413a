namespace Be.Scaffolding.Fields;

/// <summary>
/// Takes a field apart. What follows the type is read in any order, so that a wrong order is refused with the right one.
/// </summary>
internal sealed class FieldLexer(string text, Place place)
{
    /// <summary>The parts of a field, in the order in which they have to stand.</summary>
    private enum Part
    {
        Arguments,
        MaxItems,
        Nullable,
        Unique,
        Index,
        Default,
    }

    /// <summary>A bit for each part, the later ones higher.</summary>
    private int _seen;
    private bool _isInOrder = true;
    private int _at;
    private FieldParts _parts = new("", "");

    public FieldParts Read()
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            throw place.Error("a field is a name, a colon and a type.", $"Write: {Word(0, "name")}:string(100)");
        _at = colon + 1;
        _parts = new FieldParts(text[..colon], TakeWord());
        if (_parts.Name.Length == 0)
            throw place.Error("no name stands before the colon.", $"Write: name{text[colon..]}");
        if (_parts.Type.Length == 0)
            throw place.Error("no type stands after the colon.", $"Write: {_parts.Name}:string(100)");
        while (_at < text.Length)
            ReadPart();
        return InOrder();
    }

    private void ReadPart()
    {
        switch (text[_at])
        {
            case '(':
                See(Part.Arguments, "brackets", _parts with { Arguments = TakeBrackets(')') });
                break;
            case '[':
                See(Part.MaxItems, "'[]'", _parts with { MaxItems = TakeBrackets(']') });
                break;
            case '?':
                _at++;
                See(Part.Nullable, "'?'", _parts with { Nullable = true });
                break;
            case ':':
                _at++;
                ReadOption(TakeWord());
                break;
            case '=':
                See(Part.Default, "'='", _parts with { Default = text[(_at + 1)..] });
                _at = text.Length;
                break;
            default:
                throw place.Error($"'{text[_at..]}' has no meaning here.", $"Write: {Opened()}");
        }
    }

    /// <summary>In <c>string100)</c> the bracket was meant to open before the number.</summary>
    private FieldParts Opened()
    {
        var letters = _parts.Type.TrimEnd([.. "0123456789"]);
        return text[_at] == ')' && letters.Length < _parts.Type.Length
            ? _parts with
            {
                Type = letters,
                Arguments = _parts.Type[letters.Length..],
            }
            : _parts;
    }

    private void ReadOption(string option)
    {
        if (option == "unique")
            See(Part.Unique, "':unique'", _parts with { Unique = true });
        else if (option == "index")
            See(Part.Index, "':index'", _parts with { Index = true });
        else
            throw place.Error($"there is no ':{option}'; ':unique' and ':index' are all there is.", $"Write: {Meant(option)}");
    }

    private FieldParts Meant(string option) =>
        Nearest.To(option, ["unique", "index"]) switch
        {
            "unique" => _parts with { Unique = true },
            "index" => _parts with { Index = true },
            _ => _parts,
        };

    private void See(Part part, string spelling, FieldParts parts)
    {
        var bit = 1 << (int)part;
        if ((_seen & bit) != 0)
            throw place.Error($"{spelling} stands twice.", $"Write: {_parts}");
        _isInOrder &= _seen < bit;
        _seen |= bit;
        _parts = parts;
    }

    private FieldParts InOrder() =>
        _isInOrder ? _parts : throw place.Error("the order is type, '?', ':unique', ':index', '=default'.", $"Write: {_parts}");

    private string TakeBrackets(char closing)
    {
        var start = _at + 1;
        var end = text.IndexOf(closing, start);
        var stop = text.AsSpan(start).IndexOfAny("(:=?") is >= 0 and var found ? start + found : text.Length;
        if (end < 0 || end > stop)
        {
            var rest = text[start..stop].TrimEnd('[', ']', ')', ' ');
            throw place.Error($"'{text[_at]}' is not closed.", $"Write: {text[..start]}{rest}{closing}{text[stop..]}");
        }
        _at = end + 1;
        return text[start..end].Trim();
    }

    private string TakeWord()
    {
        var word = Word(_at, "");
        _at += word.Length;
        return word;
    }

    private string Word(int start, string otherwise)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
            end++;
        return end == start ? otherwise : text[start..end];
    }
}
