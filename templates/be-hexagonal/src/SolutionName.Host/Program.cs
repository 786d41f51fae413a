using Acme.Adapters.Http;
using Acme.Adapters.Postgres;
using Acme.Host;
using Acme.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpAdapter(); // before the platform, which answers every exception that is left
builder.AddPlatform();
builder.Services.AddPostgresAdapter();
builder.AddModules();

var app = builder.Build();
app.UsePlatform();
app.MapModules();

return await app.RunAsync(args);
