namespace Acme.Platform.Tests.Lists;

/// <summary>The key of cursors, as the migration makes it that comes with a database's first entity.</summary>
internal static class ListTables
{
    public const string Sql =
        """
        create schema lists;

        -- What cursors of lists are signed with: one row, made by the first program that needs it.
        create table lists.cursor_keys (
            id boolean not null default true,
            secret bytea not null,
            created_at timestamptz not null default now(),
            constraint cursor_keys_pkey primary key (id),
            constraint cursor_keys_id_check check (id)
        );
        """;
}
