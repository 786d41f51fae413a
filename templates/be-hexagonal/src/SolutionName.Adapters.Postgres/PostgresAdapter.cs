using Microsoft.Extensions.DependencyInjection;
using Acme.Application;

namespace Acme.Adapters.Postgres;

/// <summary>The way out to PostgreSQL.</summary>
public static class PostgresAdapter
{
    public static IServiceCollection AddPostgresAdapter(this IServiceCollection services) =>
        services.AddSingleton<Refusals>().AddScoped<IUnitOfWork, UnitOfWork>();
}
