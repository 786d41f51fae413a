using System.Globalization;
using Acme.Platform.Migrations;
using Be.Cli.Output;

namespace Be.Cli.Commands;

/// <summary>Prints a migration that was just run, with its time.</summary>
internal static class MigrationLine
{
    public static void Print(string done, AppliedMigration migration) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Ink.Out.Green(done)} {migration.File} {Ink.Out.Dim($"{migration.Elapsed.TotalMilliseconds:F0} ms")}"
            )
        );
}
