using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Acme.Platform.Errors;

namespace Acme.Platform.Validation;

/// <summary>Checks a request against the attributes of its properties.</summary>
public static class RequestRules
{
    private static readonly ConcurrentDictionary<Type, Member[]> Members = new();

    /// <summary>All that is wrong with <paramref name="request"/>, or null when nothing is.</summary>
    public static ApiError? Check(object request)
    {
        var errors = new List<FieldError>();
        foreach (var (property, field, rules) in Members.GetOrAdd(request.GetType(), Describe))
        {
            var value = property.GetValue(request);
            if (rules.FirstOrDefault(rule => !rule.IsValid(value)) is { } broken)
                errors.Add(new FieldError(field, Message(broken)));
        }

        return errors.Count == 0 ? null : ApiError.Invalid(errors);
    }

    private static string Message(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "is required",
        _ => rule.FormatErrorMessage(""),
    };

    private static Member[] Describe(Type type) =>
    [
        .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           let rules = property.GetCustomAttributes<ValidationAttribute>().OrderBy(rule => rule is not RequiredAttribute).ToArray()
           where rules.Length > 0
           select new Member(property, JsonNamingPolicy.CamelCase.ConvertName(property.Name), rules),
    ];

    private sealed record Member(PropertyInfo Property, string Field, ValidationAttribute[] Rules);
}
