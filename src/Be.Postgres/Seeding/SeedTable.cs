using Be.Scaffolding.Model;

namespace Be.Postgres.Seeding;

/// <summary>A table that rows are made for.</summary>
internal sealed class SeedTable(Solution solution, Module module, Entity entity)
{
    public Entity Entity => entity;
    public bool HasUuids { get; } = solution.Options.Ids == Ids.Uuid;

    /// <summary>Names the entity among those of all modules.</summary>
    public (string Module, string Entity) Key { get; } = (module.Name.Pascal, entity.Name.Pascal);

    /// <summary>As it is told to people.</summary>
    public string Name { get; } = $"{module.Name.Snake}.{entity.Plural.Snake}";

    /// <summary>As SQL has it.</summary>
    public string Sql { get; } =
        $"{Be.Scaffolding.Model.Sql.Quote(module.Name.Snake)}.{Be.Scaffolding.Model.Sql.Quote(entity.Plural.Snake)}";

    /// <summary>Which table a reference of its leads to.</summary>
    public (string Module, string Entity) TargetOf(ReferenceType reference) => (reference.Module ?? module.Name.Pascal, reference.Entity);

    /// <summary>The columns that are written, in order.</summary>
    public IReadOnlyList<string> Columns { get; } =
    [
        "id",
        .. entity.IsOwned ? (string[])["owner_id"] : [],
        .. entity.Fields.Select(one => Be.Scaffolding.Model.Sql.Quote(one.Member.Snake)),
        "created_at",
        "updated_at",
        .. entity.HidesDeleted ? (string[])["deleted_at"] : [],
    ];

    public IEnumerable<(Field Field, ReferenceType Type)> References { get; } =
    [.. entity.Fields.Where(one => one.Type is ReferenceType).Select(one => (one, (ReferenceType)one.Type))];

    public override string ToString() => Name;
}
