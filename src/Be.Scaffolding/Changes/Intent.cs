using System.Collections.Immutable;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Changes;

/// <summary>What two models do not tell of the change from one to the other.</summary>
/// <param name="Renamed">Fields that are there under another name.</param>
/// <param name="Removed">Fields that are gone, though a new one has their type.</param>
public sealed record Intent(ImmutableArray<FieldRename> Renamed, ImmutableArray<FieldRemoval> Removed)
{
    /// <summary>Nothing but what the models tell.</summary>
    public static Intent None { get; } = new([], []);

    /// <summary>Both.</summary>
    public Intent And(Intent other) => new([.. Renamed, .. other.Renamed], [.. Removed, .. other.Removed]);

    internal Name? NewName(Name module, Name entity, Name field) =>
        Renamed.FirstOrDefault(one => one.Module == module && one.Entity == entity && one.From == field)?.To;
}

/// <summary>A field gets another name.</summary>
/// <param name="Module">The entity's module.</param>
/// <param name="Entity">The entity.</param>
/// <param name="From">Its name before.</param>
/// <param name="To">Its name from now on.</param>
public sealed record FieldRename(Name Module, Name Entity, Name From, Name To);

/// <summary>A field goes.</summary>
/// <param name="Module">The entity's module.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Field">Its name.</param>
public sealed record FieldRemoval(Name Module, Name Entity, Name Field);
