using System.Collections.Concurrent;
using HandlebarsDotNet;

namespace Be.Scaffolding.Rendering;

/// <summary>Turns templates and views into text. The only class that knows the template engine. Safe for several threads.</summary>
internal sealed class TemplateRenderer
{
    // Setting the engine up takes as long as compiling a dozen templates: all renderers share one.
    private static readonly Lazy<IHandlebars> Engine = new(() =>
        Handlebars.Create(
            new HandlebarsConfiguration
            {
                // Code is not HTML.
                NoEscape = true,
                ThrowOnUnresolvedBindingExpression = true,
            }
        )
    );

    private readonly ConcurrentDictionary<string, Lazy<HandlebarsTemplate<object, object>>> compiled = [];

    /// <summary>Does what else the first template would have to wait for.</summary>
    public static void WarmUp() => Engine.Value.Compile("{{#if Any}}{{Thing}}{{/if}}");

    /// <summary>Compiles a template, unless that is done or being done.</summary>
    /// <param name="key">Names the template: each is compiled once.</param>
    public HandlebarsTemplate<object, object> Compile(string key, string template) =>
        compiled.GetOrAdd(key, _ => new(() => Engine.Value.Compile(template))).Value;

    /// <summary>The text that <paramref name="view"/> gives, with LF line ends.</summary>
    public string Render(string key, string template, object view) => Compile(key, template)(view);
}
