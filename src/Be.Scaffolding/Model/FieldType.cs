using System.Collections.Immutable;

namespace Be.Scaffolding.Model;

/// <summary>The type of a field, as the field language has it.</summary>
public abstract record FieldType;

/// <summary><c>string(n)</c>: at most <paramref name="MaxLength"/> Unicode code points.</summary>
public sealed record StringType(int MaxLength) : FieldType;

/// <summary><c>text</c> or <c>text(n)</c>: 10,000 code points unless told.</summary>
public sealed record TextType(int MaxLength) : FieldType;

/// <summary>A scalar type without arguments.</summary>
public sealed record ScalarType(Scalar Scalar) : FieldType;

/// <summary><c>decimal(p,s)</c>: numeric with <paramref name="Precision"/> digits, <paramref name="Scale"/> of them after the point.</summary>
public sealed record DecimalType(int Precision, int Scale) : FieldType;

/// <summary><c>enum(a,b)</c>: text with a check.</summary>
public sealed record EnumType(ImmutableArray<EnumValue> Values) : FieldType;

/// <summary>One value of an enum.</summary>
/// <param name="Text">As typed: what JSON and PostgreSQL hold.</param>
/// <param name="Pascal">The C# member.</param>
public sealed record EnumValue(string Text, string Pascal);

/// <summary>A scalar with <c>[]</c>; at most <paramref name="MaxItems"/> items (100 unless told, as in <c>string(20)[5]</c>).</summary>
public sealed record ArrayType(FieldType Item, int MaxItems) : FieldType;

/// <summary><c>ref(Entity)</c> or <c>ref(Module.Entity, cascade)</c>.</summary>
/// <param name="Module">The module as typed, PascalCase; null when not given: the entity's own module.</param>
/// <param name="Entity">The referenced entity, PascalCase.</param>
/// <param name="OnDelete">What happens to this row when the referenced one goes.</param>
public sealed record ReferenceType(string? Module, string Entity, OnDelete OnDelete) : FieldType;

/// <summary>The types without arguments.</summary>
public enum Scalar
{
    Email,
    Url,
    Int,
    Long,
    Bool,
    Date,
    Time,
    Timestamp,
    Uuid,
    Bytes,
    Json,
}

/// <summary>A foreign key's <c>on delete</c>.</summary>
public enum OnDelete
{
    Restrict,
    Cascade,
    SetNull,
}
