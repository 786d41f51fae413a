using Be.Scaffolding.Model;

namespace Be.Scaffolding.Json;

/// <summary>How be.json and the command line spell the values of the options.</summary>
public sealed class OptionTexts<T>
    where T : struct, Enum
{
    private readonly (string Text, T Value)[] _texts;

    internal OptionTexts(params (string Text, T Value)[] texts) => _texts = texts;

    /// <summary>Every spelling.</summary>
    public IEnumerable<string> All => _texts.Select(pair => pair.Text);

    /// <summary>The spelling of a value.</summary>
    public string Of(T value) => _texts.Single(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Text;

    /// <summary>The value that is spelled so; null when none is.</summary>
    public T? Find(string text)
    {
        foreach (var pair in _texts)
        {
            if (pair.Text == text)
                return pair.Value;
        }
        return null;
    }
}

/// <summary>The options that have spellings.</summary>
public static class OptionTexts
{
    /// <summary>Layouts.</summary>
    public static OptionTexts<Layout> Layouts { get; } =
        new(("monolith", Layout.Monolith), ("hexagonal", Layout.Hexagonal), ("microservices", Layout.Microservices));

    /// <summary><c>--ids</c>.</summary>
    public static OptionTexts<Ids> Ids { get; } = new(("uuid", Model.Ids.Uuid), ("bigint", Model.Ids.Bigint));

    /// <summary><c>--errors</c>.</summary>
    public static OptionTexts<Errors> Errors { get; } = new(("envelope", Model.Errors.Envelope), ("problem", Model.Errors.Problem));

    /// <summary><c>--ci</c>.</summary>
    public static OptionTexts<Ci> Ci { get; } = new(("github", Model.Ci.Github), ("none", Model.Ci.None));

    /// <summary><c>--messaging</c>.</summary>
    public static OptionTexts<Messaging> Messaging { get; } =
        new(("inprocess", Model.Messaging.InProcess), ("rabbitmq", Model.Messaging.RabbitMq));

    /// <summary><c>--auth</c>.</summary>
    public static OptionTexts<Auth> Auths { get; } = new(("none", Auth.None), ("accounts", Auth.Accounts));

    /// <summary><c>--gateway</c>.</summary>
    public static OptionTexts<Gateway> Gateways { get; } = new(("nginx", Gateway.Nginx), ("none", Gateway.None));
}
