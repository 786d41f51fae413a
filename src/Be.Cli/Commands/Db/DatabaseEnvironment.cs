namespace Be.Cli.Commands;

/// <summary>What the environment says about the database.</summary>
internal static class DatabaseEnvironment
{
    /// <summary>Whether it names one, so that none has to be started.</summary>
    public static bool NamesOne => Has("ConnectionStrings__Default") || Has("DATABASE_URL");

    private static bool Has(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };
}
