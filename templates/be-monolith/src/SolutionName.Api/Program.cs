using Acme.Api;
using Acme.Platform;
#if (accounts)
using Acme.Platform.Accounts;
#endif

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
#if (accounts)
builder.AddAccounts();
#endif
builder.AddModules();

var app = builder.Build();
app.UsePlatform();
#if (accounts)
app.MapAccounts();
#endif
app.MapModules();

return await app.RunAsync(args);
