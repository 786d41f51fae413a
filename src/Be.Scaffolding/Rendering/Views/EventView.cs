using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>An event as the templates see it.</summary>
internal sealed class EventView(Solution solution, Module module, Event model)
{
    public Event Model => model;
    public string Event => model.Name.Pascal;
    public string Words => model.Name.Words;
    public string WireName => model.WireName(module.Name);
    public SlicePlace Place { get; } = MessagePlaces.OfEvent(solution, module.Name);
    public string EventNamespace => Place.Namespace;

    public IReadOnlyList<FieldView> Fields { get; } =
    [
        .. model.Fields.Select(field => new FieldView(
            field,
            new Entity(model.Name, model.Name, [], [], model.Fields),
            null,
            solution.Options.Ids,
            "",
            0
        )),
    ];

    public bool HasFields => Fields.Count > 0;
    public IEnumerable<FieldView> RequiredFields => Fields.Where(column => column.Required);
    public bool HasRequiredFields => RequiredFields.Any();
    public IEnumerable<FieldView> Enums => Fields.Where(column => column.IsEnum);
    public bool UsesJson => Fields.Any(IsJson);
    public bool UsesJsonInSample => RequiredFields.Any(IsJson);
    public bool UsesJsonNames => Enums.Any(column => column.EnumValues.Any(value => value.NeedsText));
    public bool UsesUsings => UsesJson || UsesJsonNames;

    private static bool IsJson(FieldView column) =>
        column.Field.Type is ScalarType { Scalar: Scalar.Json } or ArrayType { Item: ScalarType { Scalar: Scalar.Json } };
}
