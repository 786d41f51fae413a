using System.Collections.Immutable;
using System.Text;

namespace Be.Cli.Templates;

/// <summary>A template of the bundled pack, as <c>be new</c> offers it. Tests hold it equal to its template.json.</summary>
/// <param name="Layout">The word after <c>be new</c>.</param>
/// <param name="ShortName">The word after <c>dotnet new</c>.</param>
/// <param name="Description">What it gives, in a line.</param>
/// <param name="Options">Its options, in the order of help and of the questions.</param>
internal sealed record LayoutTemplate(string Layout, string ShortName, string Description, ImmutableArray<TemplateOption> Options)
{
    private static readonly ImmutableArray<TemplateOption> EveryLayoutsOptions =
    [
        new(
            "ids",
            "What the primary keys of tables are",
            [
                new("uuid", "UUID version 7: made by the application, ordered by time"),
                new("bigint", "64-bit numbers: counted by PostgreSQL, guessable, half the size"),
            ]
        ),
        new(
            "errors",
            "The shape of every error response",
            [
                new("envelope", """{ "error": { "code", "message", "details", "requestId" } }"""),
                new("problem", "application/problem+json (RFC 9457)"),
            ]
        ),
        new(
            "docker",
            "Dockerfile and compose.yaml: the app, its migrations and PostgreSQL",
            [new("true", "with them"), new("false", "without")]
        ),
        new(
            "kubernetes",
            "Kubernetes manifests: a kustomize base, and overlays for staging and production",
            [new("false", "without"), new("true", "with them")]
        ),
        new(
            "ci",
            "Which continuous integration the solution carries",
            [
                new("github", "GitHub Actions: build, format, tests on PostgreSQL, vulnerable packages"),
                new("none", "No continuous integration"),
            ]
        ),
    ];

    private static readonly TemplateOption RequireIfMatch = new(
        "requireIfMatch",
        "If-Match is required: PUT, PATCH and DELETE that do not say which version they mean are refused (428)",
        [new("false", "it is not"), new("true", "it is")]
    )
    {
        Word = "require-if-match",
    };

    private static readonly TemplateOption Auth = new(
        "auth",
        "Who may call the API",
        [new("accounts", "Users who log in here, with roles and permissions"), new("none", "Everybody: something in front of it decides")]
    );

    public static LayoutTemplate Monolith { get; } =
        new(
            "monolith",
            "be-monolith",
            "Modular monolith: one process, one database, modules with a boundary",
            [.. EveryLayoutsOptions, Messaging("inprocess"), RequireIfMatch, Auth]
        );

    public static LayoutTemplate Hexagonal { get; } =
        new(
            "hexagonal",
            "be-hexagonal",
            "Ports and adapters: a domain and use cases that know neither HTTP nor PostgreSQL",
            [.. EveryLayoutsOptions, Messaging("inprocess"), RequireIfMatch, Auth]
        );

    public static LayoutTemplate Microservices { get; } =
        new(
            "microservices",
            "be-microservices",
            "Microservices: a process and a database a module, behind an nginx gateway",
            [
                .. EveryLayoutsOptions,
                Messaging("rabbitmq"),
                RequireIfMatch,
                Auth,
                new(
                    "gateway",
                    "What stands before the services",
                    [
                        new("nginx", "nginx in a container: a route a service, rate limit, request ids, timeouts"),
                        new("none", "No gateway: an ingress or a cloud's own does it"),
                    ]
                ),
            ]
        );

    /// <summary>Every layout, in the order of help and of the questions.</summary>
    public static ImmutableArray<LayoutTemplate> All { get; } = [Monolith, Hexagonal, Microservices];

    /// <summary>The files that it gives, by their paths, in order: <c>dotnet new</c> makes them in a temporary folder.</summary>
    /// <param name="name">The solution's name.</param>
    /// <param name="options">Options as <c>dotnet new</c> takes them, with their values.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="complete">What else has to be written into the folder.</param>
    public async Task<SortedDictionary<string, string>> FilesAsync(
        string name,
        IEnumerable<(string Option, string Value)> options,
        CancellationToken cancellation,
        Action<string>? complete = null
    )
    {
        var hive = await TemplatePack.EnsureInstalledAsync(cancellation);
        var made = Directory.CreateTempSubdirectory("be-new-").FullName;
        try
        {
            string[] words = ["--name", name, "--output", made, "--no-update-check", "--debug:custom-hive", hive];
            await DotnetNew.RunAsync([ShortName, .. words, .. options.SelectMany(o => new[] { o.Option, o.Value })], cancellation);
            complete?.Invoke(made);
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in Directory.EnumerateFiles(made, "*", SearchOption.AllDirectories))
                files.Add(Path.GetRelativePath(made, file).Replace('\\', '/'), TextOf(file));
            return files;
        }
        finally
        {
            Directory.Delete(made, recursive: true);
        }
    }

    /// <summary>All of it: a byte order mark, too, has to be as it was when the file is replaced.</summary>
    public static string TextOf(string file) => Encoding.UTF8.GetString(File.ReadAllBytes(file));

    private static TemplateOption Messaging(string byDefault) =>
        new(
            "messaging",
            "How events get from one module to another",
            [
                new("inprocess", "From the outbox in PostgreSQL to the consumers in the same program"),
                new("rabbitmq", "From the outbox through RabbitMQ to consumers in any program"),
            ],
            byDefault
        );
}

/// <summary>An option of a template.</summary>
/// <param name="Name">As be.json has it.</param>
/// <param name="Description">A line.</param>
/// <param name="Choices">The values that it takes.</param>
/// <param name="ByDefault">One of them; null for the first.</param>
internal sealed record TemplateOption(string Name, string Description, ImmutableArray<Choice> Choices, string? ByDefault = null)
{
    /// <summary>The option on the command line, without its dashes.</summary>
    public string Word { get; init; } = Name;

    public string Default => ByDefault ?? Choices[0].Value;

    /// <summary>On or off rather than one of several: may stand without a value.</summary>
    public bool IsSwitch => Default is "true" or "false";
}

/// <summary>A value that an option takes, and what it means.</summary>
internal sealed record Choice(string Value, string Description);
