using HandlebarsDotNet;

namespace Be.Scaffolding.Rendering;

/// <summary>Turns templates and views into text. The only class that knows the template engine.</summary>
internal sealed class TemplateRenderer
{
    private readonly IHandlebars handlebars = Handlebars.Create(
        new HandlebarsConfiguration
        {
            // Code is not HTML.
            NoEscape = true,
            ThrowOnUnresolvedBindingExpression = true,
        }
    );

    private readonly Dictionary<string, HandlebarsTemplate<object, object>> compiled = [];

    /// <summary>The text that <paramref name="view"/> gives, with LF line ends.</summary>
    /// <param name="key">Names the template: each is compiled once.</param>
    public string Render(string key, string template, object view)
    {
        if (!compiled.TryGetValue(key, out var render))
            compiled[key] = render = handlebars.Compile(template);

        return render(view);
    }
}
