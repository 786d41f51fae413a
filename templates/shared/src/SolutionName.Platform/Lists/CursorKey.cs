using System.Security.Cryptography;
using Npgsql;

namespace Acme.Platform.Lists;

/// <summary>What cursors are signed with: a row of the database, made by the first program that needs it, so that all replicas have the same.</summary>
internal sealed class CursorKey(NpgsqlDataSource source)
{
    private const int Length = 32;

    private byte[]? secret;

    public async ValueTask<byte[]> GetAsync(CancellationToken cancellationToken)
    {
        if (secret is not null)
            return secret;

        await using var insert = source.CreateCommand("insert into lists.cursor_keys (secret) values ($1) on conflict do nothing");
        insert.Parameters.Add(new() { Value = RandomNumberGenerator.GetBytes(Length) });
        await insert.ExecuteNonQueryAsync(cancellationToken);

        await using var select = source.CreateCommand("select secret from lists.cursor_keys");
        return secret = (byte[])(await select.ExecuteScalarAsync(cancellationToken))!;
    }
}
