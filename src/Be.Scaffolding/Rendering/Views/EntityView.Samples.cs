using Be.Scaffolding.Model;

namespace Be.Scaffolding.Rendering.Views;

/// <content>Its samples in tests and <c>.http</c> files.</content>
internal sealed partial class EntityView
{
    public string Host { get; } = "{{host}}";

    /// <summary>Where callers log in; a service does not know how, but one.</summary>
    public string LogInHost => AccountsPort is null ? Host : "{{accounts}}";

    /// <summary>Where that is on a developer's machine, if elsewhere.</summary>
    public int? AccountsPort { get; }

    public string IdReference { get; } = "{{id}}";
    public string KeyReference { get; } = "{{$guid}}";
    public string EmailReference { get; } = "{{$processEnv Accounts__Administrator__Email}}";
    public string PasswordReference { get; } = "{{$processEnv Accounts__Administrator__Password}}";
    public string TokenReference { get; } = "{{logIn.response.body.$.accessToken}}";
    public string TagReference { get; } = "{{etag}}";
    public string ExampleBody => Example(Fields.Where(column => column.Reference is null || column.Required));
    public string ExamplePatch => Example(Fields.Where(column => column.Reference is null).Take(1));
    public string NoId => IsUuid ? "0197a5d0-0000-7000-8000-000000000000" : "9000000000000000000";

    public IEnumerable<FieldView> SampleFields => Fields.Where(column => column.Reference is null || column.Required);
    public string BodyCall => RequiredReferences.Any() ? "await BodyAsync(api)" : "Body()";
    public string BodyExpression => RequiredReferences.Any() ? $"await {Entity}Samples.BodyAsync(api)" : $"{Entity}Samples.Body()";

    /// <summary>A body that another user may send.</summary>
    public string OthersBody => RequiredReferences.Any() ? $"await {Entity}Samples.BodyAsync(other)" : $"{Entity}Samples.Body()";

    public string NoIdValue => IsUuid ? $"Guid.Parse(\"{NoId}\")" : NoId;
    public string NoIdJson => IsUuid ? $"\"{NoId}\"" : NoId;

    public IEnumerable<FieldView> Uniques => Fields.Where(column => column.Field.Unique && column.Reference is null);
    public IEnumerable<FieldView> Texts => Fields.Where(column => column.TextLimit > 0);
    public IEnumerable<FieldView> Lists => Fields.Where(column => column.ItemLimit > 0);
    public IEnumerable<RefusalView> Refusals => Fields.SelectMany(column => column.Refusals);

    /// <summary>What null clears; a field with a default goes back to that instead.</summary>
    public IEnumerable<FieldView> Clearable => Fields.Where(column => column.Nullable && column.Default is null);

    public FieldView? Changeable => Fields.FirstOrDefault(column => column.Reference is null);

    private string Example(IEnumerable<FieldView> members)
    {
        var lines = members.Select(member => $"  \"{member.Json}\": {(member.Reference is null ? member.Example : NoIdJson)}").ToList();
        return lines.Count == 0 ? "{}" : "{\n" + string.Join(",\n", lines) + "\n}";
    }
}
