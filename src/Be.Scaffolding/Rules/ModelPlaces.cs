using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rules;

/// <summary>Names the parts of a model in errors: by what was typed, or by their path in a file.</summary>
/// <param name="solution">The model.</param>
/// <param name="file">The file that holds it; null when it comes from a command.</param>
internal sealed class ModelPlaces(Solution solution, string? file)
{
    public Place Module(int m) =>
        file is null ? Place.InArguments($"Module {solution.Modules[m].Name}") : Place.InFile(file, $"modules[{m}]");

    public Place Entity(int m, int e) =>
        file is null
            ? Place.InArguments($"Entity {solution.Modules[m].Entities[e].Name}")
            : Place.InFile(file, $"modules[{m}].entities[{e}]");

    public Place Field(int m, int e, int f)
    {
        var entity = solution.Modules[m].Entities[e];
        return file is null
            ? Place.InArguments($"Field '{entity.Fields[f]}' of {entity.Name}")
            : Place.InFile(file, $"modules[{m}].entities[{e}].fields[{f}] '{entity.Fields[f]}'");
    }

    public Place Event(int m, int e) =>
        file is null ? Place.InArguments($"Event {solution.Modules[m].Events[e].Name}") : Place.InFile(file, $"modules[{m}].events[{e}]");

    public Place EventField(int m, int e, int f)
    {
        var one = solution.Modules[m].Events[e];
        return file is null
            ? Place.InArguments($"Field '{one.Fields[f]}' of {one.Name}")
            : Place.InFile(file, $"modules[{m}].events[{e}].fields[{f}] '{one.Fields[f]}'");
    }

    public Place Consumer(int m, int c) =>
        file is null
            ? Place.InArguments($"Consumer of {solution.Modules[m].Consumers[c]}")
            : Place.InFile(file, $"modules[{m}].consumers[{c}]");

    public Place Client(int m, int c) =>
        file is null
            ? Place.InArguments($"Client of {solution.Modules[m].Clients[c].To}")
            : Place.InFile(file, $"modules[{m}].clients[{c}]");

    public Place Job(int m, int j) =>
        file is null ? Place.InArguments($"Job {solution.Modules[m].Jobs[j].Name}") : Place.InFile(file, $"modules[{m}].jobs[{j}]");

    public Place Cron(int m, int j) => file is null ? Place.InArguments("--cron") : Place.InFile(file, $"modules[{m}].jobs[{j}].cron");

    /// <summary>How a plural is given here.</summary>
    public string Plural(string plural) => file is null ? $"--plural {plural}" : $"\"plural\": \"{plural}\"";
}
