using Be.Scaffolding.Model;

namespace Be.Postgres.Seeding;

/// <summary>What a field's name says that it holds.</summary>
internal sealed class FieldWords(Entity entity, Field field)
{
    private readonly string[] words = field.Name.Words.Split(' ');
    private readonly string[] entityWords = entity.Name.Words.Split(' ');

    public bool Has(params ReadOnlySpan<string> any)
    {
        foreach (var word in any)
        {
            if (words.Contains(word))
                return true;
        }
        return false;
    }

    /// <summary>Whether two words follow one another: <c>first name</c>, or <c>firstname</c> as one.</summary>
    public bool Says(string first, string second) =>
        words.Contains(first + second) || words.Zip(words.Skip(1)).Any(pair => pair == (first, second));

    /// <summary>Whether the entity is one of these.</summary>
    public bool IsOf(params ReadOnlySpan<string> any) => any.Contains(entityWords[^1]);

    /// <summary>The first letters of the entity's name, for codes: <c>ORD</c>.</summary>
    public string Prefix { get; } = entity.Name.Pascal[..Math.Min(3, entity.Name.Pascal.Length)].ToUpperInvariant();
}
