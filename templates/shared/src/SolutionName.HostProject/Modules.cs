namespace Acme.HostProject;

/// <summary>The modules of the solution. Modules.g.cs lists them.</summary>
internal static partial class Modules
{
    public static void AddModules(this WebApplicationBuilder builder) => AddAll(builder);

    public static void MapModules(this WebApplication app) => MapAll(app);

    static partial void AddAll(WebApplicationBuilder builder);

    static partial void MapAll(WebApplication app);
}
