using System.Globalization;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <summary>A field's default.</summary>
/// <param name="CSharp">The C# expression.</param>
/// <param name="Sql">The SQL expression.</param>
internal sealed record DefaultValue(string CSharp, string Sql)
{
    /// <exception cref="InvalidOperationException">The type takes no default; the field parser refuses those.</exception>
    public static DefaultValue Of(Field field, string enumName)
    {
        var text = field.Default!;
        return field.Type switch
        {
            StringType or TextType or ScalarType { Scalar: Scalar.Email or Scalar.Url } => new(Views.CSharp.Literal(text), Quoted(text)),
            DecimalType => new(text + "m", text),
            EnumType type => new($"{enumName}.{type.Values.First(value => value.Text == text).Pascal}", Quoted(text)),
            ScalarType { Scalar: Scalar.Int or Scalar.Bool } => new(text, text),
            ScalarType { Scalar: Scalar.Long } => new(text + "L", text),
            ScalarType { Scalar: Scalar.Uuid } => new($"Guid.Parse(\"{text}\")", Quoted(text)),
            ScalarType { Scalar: Scalar.Date } => new(Date(text), Quoted(text)),
            ScalarType { Scalar: Scalar.Time } => new(Time(text), Quoted(text)),
            ScalarType { Scalar: Scalar.Timestamp } => Timestamp(text),
            _ => throw new InvalidOperationException($"{field.Type} takes no default."),
        };
    }

    private static DefaultValue Timestamp(string text)
    {
        if (text == "now")
            return new("DateTimeOffset.UtcNow", "now()");

        var utc = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUniversalTime();
        var csharp = string.Create(CultureInfo.InvariantCulture, $"new(new DateTime({utc.Ticks}L, DateTimeKind.Utc))");
        if (utc.Ticks % TimeSpan.TicksPerSecond == 0)
        {
            csharp = string.Create(
                CultureInfo.InvariantCulture,
                $"new({utc.Year}, {utc.Month}, {utc.Day}, {utc.Hour}, {utc.Minute}, {utc.Second}, TimeSpan.Zero)"
            );
        }

        return new(csharp, Quoted(text));
    }

    private static string Date(string text)
    {
        var date = DateOnly.Parse(text, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"new({date.Year}, {date.Month}, {date.Day})");
    }

    private static string Time(string text)
    {
        var time = TimeOnly.Parse(text, CultureInfo.InvariantCulture);
        return time.Ticks % TimeSpan.TicksPerSecond == 0
            ? string.Create(CultureInfo.InvariantCulture, $"new({time.Hour}, {time.Minute}, {time.Second})")
            : string.Create(CultureInfo.InvariantCulture, $"new({time.Ticks}L)");
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
