namespace Be.EndToEnd.Tests;

/// <summary>A generated API as a program, built or published.</summary>
/// <param name="Shell">Stands where it is to run.</param>
/// <param name="Program">The path of its assembly.</param>
internal sealed record Api(Shell Shell, string Program)
{
    /// <summary>Runs its own <c>migrate</c>.</summary>
    public Task MigrateAsync() => Shell.RunAsync("dotnet", Program, "migrate");

    /// <summary>Starts it on a free port, or where it is told.</summary>
    public Task<RunningApi> StartAsync(string environment, string address = "http://127.0.0.1:0") =>
        RunningApi.StartAsync(Shell.With("ASPNETCORE_ENVIRONMENT", environment).Known(), "dotnet", Program, "--urls", address);
}
