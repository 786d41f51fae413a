using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Be.EndToEnd.Tests;

/// <summary>A solution of the matrix.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Why">What it is there for.</param>
/// <param name="By">Who creates it: <c>be new</c> or <c>dotnet new</c>.</param>
/// <param name="Layout">Its layout.</param>
/// <param name="Options">Every option with its value.</param>
/// <param name="Scaffold">What is scaffolded into it, in order.</param>
internal sealed record Row(
    string Name,
    string Why,
    string By,
    string Layout,
    ImmutableSortedDictionary<string, string> Options,
    ImmutableArray<Scaffold> Scaffold
)
{
    /// <summary>The options that the platform's code depends on.</summary>
    private static readonly string[] OfPlatform = ["auth", "errors", "ids", "messaging", "requireIfMatch"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All of them, as <c>matrix.json</c> has them.</summary>
    public static ImmutableArray<Row> All { get; } = Read();

    /// <summary>Whether it is the first of its layout, or the first with some pair of the options that the platform's code depends on.</summary>
    public bool TriesPlatform
    {
        get
        {
            var before = All.TakeWhile(row => row.Name != Name).ToList();
            return before.TrueForAll(row => row.Layout != Layout)
                || OfPlatform.Any(one =>
                    OfPlatform.Any(other =>
                        before.TrueForAll(row => row.Options[one] != Options[one] || row.Options[other] != Options[other])
                    )
                );
        }
    }

    public static Row Named(string name) => All.Single(row => row.Name == name);

    /// <summary>The same where everybody may call: for tests of something else.</summary>
    public Row WithoutAccounts => this with { Options = Options.SetItem("auth", "none") };

    /// <summary>Creates it and scaffolds everything into it.</summary>
    /// <param name="machine">Where.</param>
    /// <param name="name">What its folder is called.</param>
    public async Task<Solution> CreateAsync(Machine machine, string name)
    {
        var options = Options.SelectMany(option => new[] { "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(option.Key), option.Value });
        var folder = machine.NewFolder(name);
        await (
            By == "be new"
                ? folder.RunAsync(machine.Be, ["new", Layout, Name, .. options])
                : folder.RunAsync("dotnet", ["new", "be-" + Layout, "--name", Name, "--debug:custom-hive", machine.Hive, .. options])
        );
        var solution = new Solution(Name, folder.In(Path.Combine(folder.Folder, Name)), machine.Be);
        foreach (var scaffold in Scaffold)
            await solution.BeAsync(scaffold.Arguments);
        return solution;
    }

    private static ImmutableArray<Row> Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("matrix.json")!;
        return JsonSerializer.Deserialize<ImmutableArray<Row>>(file, Json);
    }
}

/// <summary>
/// A run of <c>be scaffold module</c>, or of <c>be scaffold api</c>, <c>event</c>, <c>consumer</c>, <c>client</c> or <c>job</c> where there is an entity, an
/// event, one to take, a service to call, or a job.
/// </summary>
internal sealed record Scaffold(
    string? Module,
    string? Entity = null,
    string? Plural = null,
    string? Fields = null,
    string? Sort = null,
    string? Trait = null,
    string? Event = null,
    string? Of = null,
    string? To = null,
    string? Job = null,
    string? Cron = null,
    bool Exclusive = false
)
{
    /// <summary>What to type after <c>be</c>.</summary>
    public string[] Arguments =>
        this switch
        {
            { Event: not null } => ["scaffold", "event", Event, .. Option("--module", Module), .. Option("--fields", Fields)],
            { Of: not null } => ["scaffold", "consumer", "--of", Of, .. Option("--module", Module)],
            { To: not null } => ["scaffold", "client", "--to", To, .. Option("--module", Module)],
            { Job: not null } =>
            [
                "scaffold",
                "job",
                Job,
                .. Option("--module", Module),
                .. Option("--cron", Cron),
                .. Exclusive ? (string[])["--exclusive"] : [],
            ],
            { Entity: not null } =>
            [
                "scaffold",
                "api",
                "--entity",
                Entity,
                .. Option("--module", Module),
                .. Option("--plural", Plural),
                .. Option("--fields", Fields),
                .. Option("--sort", Sort),
                .. Option("--trait", Trait),
            ],
            _ => ["scaffold", "module", Module!],
        };

    private static string[] Option(string name, string? value) => value is null ? [] : [name, value];
}
