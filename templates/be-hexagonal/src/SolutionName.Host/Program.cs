using Acme.Adapters.Http;
using Acme.Adapters.Postgres;
using Acme.Host;
using Acme.Platform;
#if (accounts)
using Acme.Platform.Accounts;
#endif

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpAdapter(); // before the platform, which answers every exception that is left
builder.AddPlatform();
#if (accounts)
builder.AddAccounts();
#endif
builder.Services.AddPostgresAdapter();
builder.AddModules();

var app = builder.Build();
app.UsePlatform();
#if (accounts)
app.MapAccounts();
#endif
app.MapModules();

return await app.RunAsync(args);
