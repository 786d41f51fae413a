using System.CommandLine;
using System.Text;
using Be.Postgres;
using Be.Scaffolding;
using Be.Scaffolding.Model;

namespace Be.Cli.Commands;

/// <summary>A database of a solution: the only one, or that of a service.</summary>
/// <param name="Service">The service; null when the solution has one database.</param>
/// <param name="Migrations">The folder of its migrations, relative to the solution's root.</param>
/// <param name="LocalName">What the database that <c>be db start</c> makes is called.</param>
/// <param name="Host">The folder of the project that uses it, relative to the solution's root.</param>
internal sealed record ServiceDatabase(Name? Service, string Migrations, string LocalName, string Host)
{
    /// <summary>NAMEDATALEN - 1.</summary>
    private const int MaxNameBytes = 63;

    /// <summary><c>--service</c>: one database of several.</summary>
    public static Option<string?> Option { get; } = CreateOption();

    /// <summary>Every database of the solution.</summary>
    public static IReadOnlyList<ServiceDatabase> Of(Solution solution) =>
        solution.Host is { } host ? [Only(solution, host)] : [.. solution.Modules.Select(module => Of(solution, module.Name))];

    /// <summary>Those that the arguments are about.</summary>
    /// <exception cref="UserError">There is no such service, or a connection is named for several.</exception>
    public static IReadOnlyList<ServiceDatabase> Chosen(ParseResult arguments, CurrentSolution solution)
    {
        var all = Of(solution.Model);
        if (arguments.GetValue(Option) is { } name)
            return [Named(all, name)];
        var isNamed = arguments.GetResult(ConnectionOption.Instance) is not null || DatabaseEnvironment.NamesOne;
        return all.Count == 1 || !isNamed
            ? all
            : throw UserError.InArguments($"A connection names one database, and there are {all.Count} services.", Choice(all));
    }

    /// <summary>The one that the arguments are about.</summary>
    /// <exception cref="UserError">It is not clear which.</exception>
    public static ServiceDatabase One(ParseResult arguments, CurrentSolution solution)
    {
        var all = Of(solution.Model);
        if (arguments.GetValue(Option) is { } name)
            return Named(all, name);
        return all.Count switch
        {
            1 => all[0],
            0 => throw new UserError("There is no service yet.", "be scaffold module Sales"),
            _ => throw UserError.InArguments($"There are {all.Count} services, each with its own database.", Choice(all)),
        };
    }

    /// <summary>The database that the arguments or the environment name, else the local one.</summary>
    public Database Find(ParseResult arguments, CurrentSolution solution) =>
        DatabaseLocator.Find(solution.Root, arguments.GetValue(ConnectionOption.Instance), LocalName);

    /// <summary>Its migrations' folder.</summary>
    public string Folder(CurrentSolution solution) => Path.Combine(solution.Root, Migrations);

    /// <summary>What the project that uses it keeps on this machine; null when it keeps nothing.</summary>
    public UserSecrets? Secrets(CurrentSolution solution) =>
        UserSecrets.Of(Path.Combine(solution.Root, Host, Path.GetFileName(Host) + ".csproj"));

    /// <summary>Prints whose turn it is, where there are several.</summary>
    public void PrintHeading()
    {
        if (Service is not null)
            Console.WriteLine($"{Service}:");
    }

    private static ServiceDatabase Only(Solution solution, string host) =>
        new(null, Solution.MigrationsOfAll, Spelled(solution.Name), $"src/{solution.Name}.{host}");

    private static ServiceDatabase Of(Solution solution, Name service) =>
        new(
            service,
            solution.MigrationsOf(service),
            Spelled($"{solution.Name}_{service.Snake}"),
            $"services/{service}/{solution.Name}.{service}"
        );

    private static ServiceDatabase Named(IReadOnlyList<ServiceDatabase> all, string name)
    {
        if (all is [{ Service: null }])
            throw UserError.InArguments("--service is for microservices: this solution has one database.", "Leave --service out.");
        var service = Place.InArguments("--service").Name(name);
        return all.FirstOrDefault(one => one.Service == service)
            ?? throw UserError.InArguments(
                $"There is no service {service}.",
                all.Count == 0 ? $"be scaffold module {service}" : Choice(all)
            );
    }

    private static string Choice(IReadOnlyList<ServiceDatabase> all) =>
        $"Name it: --service {string.Join(" or --service ", all.Select(one => one.Service))}";

    /// <summary>In lower case, as PostgreSQL spells names without quotes: <c>My.Shop</c> gives <c>my_shop</c>.</summary>
    private static string Spelled(string text)
    {
        var name = string.Concat(text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        while (Encoding.UTF8.GetByteCount(name) > MaxNameBytes)
            name = name[..^1];
        return name;
    }

    private static Option<string?> CreateOption()
    {
        var option = new Option<string?>("--service") { Description = "Only that service's database, of microservices", HelpName = "Name" };
        option.CompletionSources.Add(_ => SolutionNames.Services());
        return option;
    }
}
