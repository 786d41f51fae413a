using Be.Scaffolding.Changes;
using Be.Scaffolding.Fields;
using Be.Scaffolding.Model;

namespace Be.Scaffolding.Planning;

/// <summary>A field that a table with rows has otherwise from now on: its values have to fit.</summary>
internal static class ChangedField
{
    /// <exception cref="UserError">They would not, or that comes with a later version.</exception>
    public static void Check(Entity entity, FieldChange change, Place place)
    {
        switch (change)
        {
            case TypeReplaced(var before, var after):
                throw place.Error(
                    $"its values are of another type: {FieldText.Of(before.Type)}.",
                    $"Add a field of another name, such as {after with { Name = after.Name.Then("value"), Nullable = true, Default = null }}, fill it, then remove this one."
                );
            case BecameRequired(_, var after):
                throw place.Error(
                    $"rows of {entity.Name} may have none.",
                    $"That comes with a later version. Write: {after with { Nullable = true }}"
                );
            default:
                return;
        }
    }
}
