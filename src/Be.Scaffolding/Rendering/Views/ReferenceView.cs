using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>A field's reference as the templates see it.</summary>
internal sealed class ReferenceView
{
    private readonly ReferenceType type;

    private ReferenceView(Solution solution, Module from, Entity owner, Field field, Module to, Entity target)
    {
        type = (ReferenceType)field.Type;
        Namespace = solution.Namespace;
        TargetModule = to.Name.Pascal;
        TargetName = target.Name;
        TargetPlural = target.Plural;
        TargetSchema = to.Name.Snake;
        IsForeign = to.Name != from.Name;
        IsSelf = !IsForeign && target.Name == owner.Name;
        Required = !field.Nullable;
        Property = field.Name.Then("id").Pascal;
        Name = field.Name.Pascal;
        Json = field.Name.Then("id").Camel;
        Variable = CSharp.Variable(field.Name.Camel);
        LookupVariable = char.ToLowerInvariant(TargetPlural.Pascal[0]) + TargetPlural.Pascal[1..] + "Lookup";
    }

    public string Namespace { get; }
    public string TargetModule { get; }
    public Name TargetName { get; }
    public Name TargetPlural { get; }
    public string TargetSchema { get; }
    public string Target => TargetName.Pascal;
    public string TargetPluralName => TargetPlural.Pascal;
    public string TargetWords => TargetName.Words;
    public string TargetTable => $"{Sql.Quote(TargetSchema)}.{Sql.Quote(TargetPlural.Snake)}";
    public string TargetTableName => TargetPlural.Snake;

    /// <summary>Whether the target belongs to another module: then there is no foreign key.</summary>
    public bool IsForeign { get; }

    public bool IsSelf { get; }
    public bool Required { get; }
    public string Property { get; }
    public string Name { get; }
    public string Json { get; }
    public string LookupVariable { get; }
    public string Variable { get; }
    public FieldView Field { get; private set; } = null!;
    public int Ordinal => Field.Ordinal;

    public bool IsRestrict => type.OnDelete == OnDelete.Restrict;
    public bool IsCascade => type.OnDelete == OnDelete.Cascade;
    public bool IsSetNull => type.OnDelete == OnDelete.SetNull;
    public string OnDeleteSql =>
        type.OnDelete switch
        {
            OnDelete.Cascade => "cascade",
            OnDelete.SetNull => "set null",
            _ => "restrict",
        };

    /// <summary>The reference that a field is, or null when it is none.</summary>
    public static ReferenceView? Of(Solution solution, Module module, Entity owner, Field field)
    {
        if (field.Type is not ReferenceType type)
            return null;

        var target = type.Module is null ? module : solution.Modules.Single(other => other.Name.Pascal == type.Module);
        return new ReferenceView(
            solution,
            module,
            owner,
            field,
            target,
            target.Entities.Single(entity => entity.Name.Pascal == type.Entity)
        );
    }

    internal void Attach(FieldView field) => Field = field;
}
