using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Changes;

/// <summary>One thing that is otherwise in an entity that exists.</summary>
public abstract record EntityChange
{
    /// <summary>What it is, in a few words: <c>note may be null</c>.</summary>
    public abstract string Words { get; }

    /// <inheritdoc cref="Words" />
    public sealed override string ToString() => Words;
}

/// <summary>A field is new.</summary>
public sealed record FieldAdded(Field Field) : EntityChange
{
    /// <inheritdoc />
    public override string Words => $"{Field.Name.Camel} is new";
}

/// <summary>A field is gone.</summary>
public sealed record FieldRemoved(Field Field) : EntityChange
{
    /// <inheritdoc />
    public override string Words => $"{Field.Name.Camel} goes";
}

/// <summary>Lists have one more order.</summary>
public sealed record SortAdded(string Sort) : EntityChange
{
    /// <inheritdoc />
    public override string Words => $"lists sort by {Sort}";
}

/// <summary>Lists have one order less.</summary>
public sealed record SortRemoved(string Sort) : EntityChange
{
    /// <inheritdoc />
    public override string Words => $"lists no longer sort by {Sort}";
}

/// <summary>The entity does more.</summary>
public sealed record TraitAdded(string Trait) : EntityChange
{
    /// <inheritdoc />
    public override string Words => $"it is {Trait}";
}

/// <summary>A field that stays is defined otherwise.</summary>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is to be.</param>
public abstract record FieldChange(Field Before, Field After) : EntityChange
{
    /// <inheritdoc />
    public sealed override string Words => $"{Before.Name.Camel} {What}";

    /// <summary>What happens to it, without its name.</summary>
    protected abstract string What { get; }

    /// <summary>The type before and after.</summary>
    protected string Types => $"{FieldText.Of(Before.Type)} -> {FieldText.Of(After.Type)}";
}

/// <summary>It may be null, which it might not.</summary>
public sealed record BecameOptional(Field Before, Field After) : FieldChange(Before, After)
{
    /// <inheritdoc />
    protected override string What => "may be null";
}

/// <summary>It may no longer be null.</summary>
public sealed record BecameRequired(Field Before, Field After) : FieldChange(Before, After)
{
    /// <inheritdoc />
    protected override string What => "may no longer be null";
}

/// <summary>It begins with another value, or with none.</summary>
public sealed record DefaultChanged(Field Before, Field After) : FieldChange(Before, After)
{
    /// <inheritdoc />
    protected override string What => After.Default is { } value ? $"begins with {value}" : "has no default any more";
}

/// <summary>Its column stays, and every value that it took it takes still, and more.</summary>
public sealed record LimitLoosened(Field Before, Field After) : FieldChange(Before, After)
{
    /// <inheritdoc />
    protected override string What => $"takes more: {Types}";
}

/// <summary>Its column stays, and it no longer takes every value that it took.</summary>
public sealed record LimitTightened(Field Before, Field After) : FieldChange(Before, After)
{
    /// <summary>Whether code of the new model could read a value that it no longer takes: an enum has no member for it.</summary>
    public bool IsReadable => After.Type is not (EnumType or ArrayType { Item: EnumType });

    /// <inheritdoc />
    protected override string What => $"takes less: {Types}";
}

/// <summary>A decimal has more digits before the point, which PostgreSQL takes without reading a row.</summary>
public sealed record DigitsAdded(Field Before, Field After) : FieldChange(Before, After)
{
    /// <inheritdoc />
    protected override string What => $"has more digits: {Types}";
}

/// <summary>Its type became one that it cannot become.</summary>
public sealed record TypeReplaced(Field Before, Field After) : FieldChange(Before, After)
{
    /// <inheritdoc />
    protected override string What => $"has another type: {Types}";
}

/// <summary>Something else happens to the row when the one goes that it refers to.</summary>
public sealed record OnDeleteChanged(Field Before, Field After) : FieldChange(Before, After)
{
    /// <inheritdoc />
    protected override string What => $"has another on delete: {Types}";
}

/// <summary>No two rows share it any more.</summary>
public sealed record UniqueAdded(Field Before, Field After) : FieldChange(Before, After)
{
    /// <inheritdoc />
    protected override string What => "is unique";
}

/// <summary>Rows may share it.</summary>
public sealed record UniqueRemoved(Field Before, Field After) : FieldChange(Before, After)
{
    /// <inheritdoc />
    protected override string What => "is no longer unique";
}

/// <summary>It has an index.</summary>
public sealed record IndexAdded(Field Before, Field After) : FieldChange(Before, After)
{
    /// <inheritdoc />
    protected override string What => "has an index";
}

/// <summary>It has no index of its own any more.</summary>
public sealed record IndexRemoved(Field Before, Field After) : FieldChange(Before, After)
{
    /// <inheritdoc />
    protected override string What => "has no index any more";
}

/// <summary>It is the same field under another name.</summary>
public sealed record FieldRenamed(Field Before, Field After) : FieldChange(Before, After)
{
    /// <inheritdoc />
    protected override string What => $"is called {After.Name.Camel}";
}
