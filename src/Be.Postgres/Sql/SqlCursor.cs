using Acme.Platform.Migrations;

namespace Be.Postgres.Sql;

/// <summary>Reads the tokens of a statement from left to right.</summary>
internal sealed class SqlCursor
{
    private readonly string sql;
    private readonly List<SqlToken> tokens;
    private int position;

    public SqlCursor(string sql)
    {
        this.sql = sql;
        tokens = UnicodeName.Join(sql, SqlTokenizer.Read(sql));
        if (tokens.Exists(token => token.Kind == SqlTokenKind.Unclosed))
            throw new NotUnderstoodException("a string, name or comment without end");
    }

    public bool AtEnd => position >= tokens.Count;

    /// <summary>Where the token at hand stands in the text.</summary>
    public int Start => AtEnd ? sql.Length : tokens[position].Start;

    /// <summary>The token at hand, as written; empty at the end.</summary>
    public string Text => AtEnd ? "" : tokens[position].In(sql);

    /// <summary>Whether these words come next.</summary>
    public bool Sees(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (position + i >= tokens.Count || !IsWord(tokens[position + i], words[i]))
                return false;
        }
        return true;
    }

    /// <summary>Whether one of these comes next.</summary>
    public bool SeesAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Sees(word))
                return true;
        }
        return false;
    }

    public bool SeesSign(char sign) => !AtEnd && tokens[position].IsSign(sql, sign);

    public bool SeesString => !AtEnd && tokens[position].Kind == SqlTokenKind.String;

    public bool SeesName => !AtEnd && tokens[position].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName;

    /// <summary>Goes past these words, if they come next.</summary>
    public bool Takes(params ReadOnlySpan<string> words)
    {
        if (!Sees(words))
            return false;
        position += words.Length;
        return true;
    }

    public bool TakesSign(char sign)
    {
        if (!SeesSign(sign))
            return false;
        position++;
        return true;
    }

    public void Expect(params ReadOnlySpan<string> words)
    {
        if (!Takes(words))
            throw Unexpected(string.Join(' ', words!));
    }

    public void ExpectSign(char sign)
    {
        if (!TakesSign(sign))
            throw Unexpected($"'{sign}'");
    }

    public void ExpectEnd()
    {
        if (!AtEnd)
            throw Unexpected("the end");
    }

    /// <summary>A word, whatever it is, in lower case.</summary>
    public string Word()
    {
        if (AtEnd || tokens[position].Kind != SqlTokenKind.Word)
            throw Unexpected("a word");
        return tokens[position++].In(sql).ToLowerInvariant();
    }

    /// <summary>A name without a schema, folded as PostgreSQL folds it.</summary>
    public string Identifier()
    {
        if (!SeesName)
            throw Unexpected("a name");
        var token = tokens[position++];
        var text = token.In(sql);
        if (token.Kind != SqlTokenKind.QuotedName)
            return Fold(text);
        if (Sees("uescape"))
            throw Unexpected("no uescape");
        var name = text[(text.IndexOf('"', StringComparison.Ordinal) + 1)..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
        return text[0] == '"' ? name : UnicodeName.Decoded(name);
    }

    /// <summary><c>name</c>, <c>schema.name</c> or <c>database.schema.name</c>.</summary>
    public ObjectName Name()
    {
        var (schema, name) = ((string?)null, Identifier());
        while (TakesSign('.'))
            (schema, name) = (name, Identifier());
        return new ObjectName(schema, name);
    }

    /// <summary>Names with commas between them.</summary>
    public List<ObjectName> Names() => List(Name);

    /// <summary>Names in brackets.</summary>
    public List<string> Columns() => InBrackets(Identifier);

    public List<T> InBrackets<T>(Func<T> item)
    {
        ExpectSign('(');
        var items = List(item);
        ExpectSign(')');
        return items;
    }

    public List<T> List<T>(Func<T> item)
    {
        var items = new List<T> { item() };
        while (TakesSign(','))
            items.Add(item());
        return items;
    }

    /// <summary>A string's text, without its quotes.</summary>
    public string String()
    {
        if (!SeesString)
            throw Unexpected("a string");
        return Unquoted(tokens[position++].In(sql));
    }

    /// <summary>What stands in the brackets that come next, as written.</summary>
    public string Bracketed()
    {
        ExpectSign('(');
        var (start, depth) = (position, 1);
        while (depth > 0)
        {
            if (AtEnd)
                throw Unexpected("')'");
            depth +=
                SeesSign('(') ? 1
                : SeesSign(')') ? -1
                : 0;
            position++;
        }
        return Between(start, position - 1);
    }

    /// <summary>
    /// An expression as written: up to the comma, the bracket or the word behind it. Its first token is part of it whatever it is,
    /// so that <c>default null</c> has one.
    /// </summary>
    public string Expression(params ReadOnlySpan<string> stops)
    {
        var start = position;
        while (!AtEnd && !SeesSign(',') && !SeesSign(')') && (position == start || !SeesAny(stops)))
            Step();
        if (position == start)
            throw Unexpected("an expression");
        return Between(start, position);
    }

    /// <summary>All that is left, as written.</summary>
    public string Rest()
    {
        var start = position;
        while (!AtEnd)
            Step();
        return Between(start, position);
    }

    /// <summary>Goes past what is left up to one of these words outside of brackets.</summary>
    /// <returns>Whether one came.</returns>
    public bool SkipTo(params ReadOnlySpan<string> words)
    {
        while (!AtEnd && !SeesAny(words))
            Step();
        return !AtEnd;
    }

    /// <summary>Goes past one token, or past all in brackets.</summary>
    public void Step()
    {
        if (SeesSign('('))
            Bracketed();
        else if (SeesSign(')'))
            throw Unexpected("no ')'");
        else
            position++;
    }

    public NotUnderstoodException Unexpected(string expected) => new($"expected {expected}, found {(AtEnd ? "the end" : $"'{Text}'")}");

    private string Between(int start, int end) => end == start ? "" : sql[tokens[start].Start..tokens[end - 1].End];

    private bool IsWord(SqlToken token, string word) => token.IsWord(sql, word);

    /// <summary>PostgreSQL folds the letters of ASCII only, in most encodings.</summary>
    private static string Fold(string name) =>
        string.Create(
            name.Length,
            name,
            (to, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                    to[i] = char.IsAsciiLetterUpper(from[i]) ? (char)(from[i] | 0x20) : from[i];
            }
        );

    private static string Unquoted(string text)
    {
        if (text[0] == '$')
        {
            var tag = text.IndexOf('$', 1) + 1;
            return text[tag..^tag];
        }
        var quote = text.IndexOf('\'', StringComparison.Ordinal);
        return text[(quote + 1)..^1].Replace("''", "'", StringComparison.Ordinal);
    }
}

/// <summary>The statement goes on otherwise than its grammar says, as far as we know it.</summary>
internal sealed class NotUnderstoodException(string problem) : Exception(problem);
