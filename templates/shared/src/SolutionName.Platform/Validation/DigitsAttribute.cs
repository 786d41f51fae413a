using Microsoft.OpenApi;

namespace Acme.Platform.Validation;

/// <summary>A number that PostgreSQL's numeric(precision, scale) holds to the last digit.</summary>
public sealed class DigitsAttribute(int precision, int scale) : RuleAttribute
{
    public int Precision { get; } = precision;

    public int Scale { get; } = scale;

    protected override string Message =>
        $"must have at most {Precision - Scale} digits before the decimal point and {Scale} after it";

    private decimal Limit => (decimal)Math.Pow(10, Precision - Scale);

    protected override bool Holds(object value) =>
        value is decimal number && Math.Abs(number) < Limit && decimal.Round(number, Scale) == number;

    internal override void Describe(OpenApiSchema schema)
    {
        var largest = (Limit - (1 / (decimal)Math.Pow(10, Scale))).ToString(CultureInfo.InvariantCulture);
        schema.Minimum = "-" + largest;
        schema.Maximum = largest;
    }
}
