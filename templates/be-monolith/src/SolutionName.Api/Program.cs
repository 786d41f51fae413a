using Acme.Api;
using Acme.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
builder.AddModules();

var app = builder.Build();
app.UsePlatform();
app.MapModules();

return await app.RunAsync(args);
