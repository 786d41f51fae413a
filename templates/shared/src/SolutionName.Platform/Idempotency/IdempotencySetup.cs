using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Acme.Platform.Errors;

namespace Acme.Platform.Idempotency;

/// <summary>Lets callers repeat a request whose answer they did not get.</summary>
public static class IdempotencySetup
{
    /// <summary>Removes answers when they are old; every program with idempotent endpoints needs it.</summary>
    public static IServiceCollection AddIdempotency(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(RequestLog)))
            return services;

        return services
            .AddScoped<RequestLog>()
            .AddHouseKeeping(
                "idempotency keys",
                provider =>
                {
                    var source = provider.GetRequiredService<NpgsqlDataSource>();
                    return cancellationToken => RequestLog.ForgetAsync(source, cancellationToken);
                });
    }

    /// <summary>
    /// Lets the endpoint take an <c>Idempotency-Key</c>: the same request with the same key is done once, and answered the same each time.
    /// All that the endpoint does through the request's database session is part of one transaction then.
    /// </summary>
    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder endpoint)
    {
        endpoint.Add(builder =>
        {
            builder.Metadata.Add(new IdempotentMetadata());
            foreach (var status in (int[])[StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity])
                builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ErrorBody), [ErrorBody.ContentType]));
            var next = builder.RequestDelegate!;
            builder.RequestDelegate = context => IdempotentRequest.AnswerAsync(context, next);
        });
        return endpoint;
    }
}

/// <summary>Marks an endpoint that takes the header, so that its OpenAPI operation shows it.</summary>
internal sealed class IdempotentMetadata;
