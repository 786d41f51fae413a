using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
#if (services)
using Microsoft.AspNetCore.DataProtection.Repositories;
#endif
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
#if (services)
using Acme.Platform.Access;
#endif
using Acme.Platform.Validation;

namespace Acme.Platform.Accounts;

/// <summary>Users, who register, log in, and have roles.</summary>
public static class AccountsSetup
{
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccountOptions>()
            .BindConfiguration("Accounts", binder => binder.ErrorOnUnknownConfiguration = true)
            .Validate(
                accounts => accounts.IsValid,
                "Accounts: AccessTokenLifetime is longer than 0 and at most 00:05:00, SessionLifetime not shorter, MailLifetime longer than 0.")
            .Validate(accounts => !accounts.Administrator.IsHalfGiven, "Accounts: Administrator needs both Email and Password.")
            .Validate(
                accounts => !accounts.Administrator.IsGiven || new EmailAttribute().IsValid(accounts.Administrator.Email),
                "Accounts: Administrator:Email is no e-mail address.")
            .ValidateOnStart();
        services.AddOptions<BearerTokenOptions>(BearerTokenDefaults.AuthenticationScheme).Configure<IOptions<AccountOptions>>((bearer, accounts) =>
            (bearer.BearerTokenExpiration, bearer.RefreshTokenExpiration) = (accounts.Value.AccessTokenLifetime, accounts.Value.SessionLifetime));
        services.AddOptions<DataProtectionTokenProviderOptions>().Configure<IOptions<AccountOptions>>((mailed, accounts) =>
            mailed.TokenLifespan = accounts.Value.MailLifetime);

#if (services)
        services.AddSingleton<IXmlRepository, KeyRing>();
#endif
        AddIdentity(services);
        services.AddScoped<RoleStore>();
        services.AddScoped<Sessions>();
        services.AddSingleton<Decoy>();
        services.AddScoped<PasswordCheck>();
        services.AddSingleton<MailQueue>().AddHostedService(provider => provider.GetRequiredService<MailQueue>());
        services.AddHostedService<FirstAdministratorSetup>();
        services.AddHouseKeeping("sessions and unconfirmed users", provider =>
        {
            var source = provider.GetRequiredService<NpgsqlDataSource>();
            return async cancellationToken =>
            {
                await Sessions.RemoveExpiredAsync(source, cancellationToken);
                await UserStore.RemoveUnconfirmedAsync(source, cancellationToken);
            };
        });
        if (builder.Environment.IsDevelopment())
            services.AddScoped<IAccountMail, LoggedMail>();

        return builder;
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapAccount();
        routes.MapAdministration();
#if (services)
        routes.MapKeyRing();
#endif
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddIdentityCore<User>(identity =>
            {
                // Long ones, of whatever they like (NIST SP 800-63B, 3.1.1).
                identity.Password = new PasswordOptions
                {
                    RequiredLength = PasswordAttribute.MinLength,
                    RequiredUniqueChars = 5,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<UserStore>()
            .AddErrorDescriber<PasswordErrors>()
            .AddPasswordValidator<PasswordIsNotTheAddress>()
            .AddTokenProvider<DataProtectorTokenProvider<User>>(TokenOptions.DefaultProvider);

        // PBKDF2 with HMAC-SHA512 (OWASP, Password Storage Cheat Sheet).
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);

        // Requests are checked, and the database lets an address be taken once.
        services.RemoveAll<IUserValidator<User>>();
    }
}
