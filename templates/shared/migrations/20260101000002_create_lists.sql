-- migrate:up
set local lock_timeout = '2s';
set local statement_timeout = '60s';

create schema lists;

-- What cursors of lists are signed with: one row, made by the first program that needs it.
create table lists.cursor_keys (
    id boolean not null default true,
    secret bytea not null,
    created_at timestamptz not null default now(),
    constraint cursor_keys_pkey primary key (id),
    constraint cursor_keys_id_check check (id)
);

-- migrate:down
set local lock_timeout = '2s';
set local statement_timeout = '60s';

-- Cursors that callers have are void.
drop table lists.cursor_keys;
drop schema lists;
