using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Acme.Application;
using Acme.Domain;
using Acme.Platform.Errors;

namespace Acme.Adapters.Http;

/// <summary>What the domain and the use cases refuse, as a caller sees it. The platform's translator takes whatever else was thrown.</summary>
internal sealed class RefusalTranslator : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Translate(exception) is not { } error)
            return false;

        await error.ExecuteAsync(httpContext);
        return true;
    }

    private static ApiError? Translate(Exception exception) => exception switch
    {
        InvariantException broken => ApiError.Unprocessable(new FieldError(Field(broken.Member), broken.Message)),
        RefusedException { Reason: RefusalReason.Duplicate } refused => ApiError.Taken(Fields(refused)),
        RefusedException { Reason: RefusalReason.RefersToNothing } refused => ApiError.RefersToNothing(Fields(refused)),
        RefusedException { Reason: RefusalReason.StillReferredTo } => ApiError.StillReferredTo(),
        RefusedException { Reason: RefusalReason.Outdated } => ApiError.PreconditionFailed(),
        _ => null,
    };

    private static string[] Fields(RefusedException refused) => [.. refused.Members.Select(Field)];

    private static string Field(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);
}
