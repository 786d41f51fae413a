-- migrate:up
set local lock_timeout = '2s';
set local statement_timeout = '60s';

create schema accounts;

-- Who can log in. An address is one user's, however it is written.
create table accounts.users (
    id uuid not null,
    email text not null,
    normalized_email text not null,
    is_confirmed boolean not null,
    password_hash text not null,
    security_stamp text not null,
    failed_attempts integer not null default 0,
    locked_until timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint users_pkey primary key (id),
    constraint users_email_check check (char_length(email) <= 254),
    constraint users_normalized_email_key unique (normalized_email)
);

create index users_email_idx on accounts.users (email);

create table accounts.roles (
    name text not null,
    constraint roles_pkey primary key (name),
    constraint roles_name_check check (char_length(name) between 1 and 50)
);

-- What a role lets its users do: orders:read, orders:write; * is everything.
create table accounts.role_permissions (
    role text not null,
    permission text not null,
    constraint role_permissions_pkey primary key (role, permission),
    constraint role_permissions_role_fkey foreign key (role) references accounts.roles (name) on delete cascade
);

create table accounts.user_roles (
    user_id uuid not null,
    role text not null,
    constraint user_roles_pkey primary key (user_id, role),
    constraint user_roles_user_id_fkey foreign key (user_id) references accounts.users (id) on delete cascade,
    constraint user_roles_role_fkey foreign key (role) references accounts.roles (name) on delete cascade
);

create index user_roles_role_idx on accounts.user_roles (role);

-- From log-in to log-out: a family of refresh tokens, of which the one in token_id is good.
create table accounts.sessions (
    id uuid not null,
    user_id uuid not null,
    token_id uuid not null,
    created_at timestamptz not null default now(),
    refreshed_at timestamptz not null default now(),
    expires_at timestamptz not null,
    constraint sessions_pkey primary key (id),
    constraint sessions_user_id_fkey foreign key (user_id) references accounts.users (id) on delete cascade
);

create index sessions_user_id_idx on accounts.sessions (user_id);
create index sessions_expires_at_idx on accounts.sessions (expires_at);

-- The key ring of ASP.NET Core's data protection, which encrypts tokens.
create table accounts.keys (
    name text not null,
    xml text not null,
    created_at timestamptz not null default now(),
    constraint keys_pkey primary key (name)
);

-- migrate:down
set local lock_timeout = '2s';
set local statement_timeout = '60s';

-- All users are lost, and every token that was given out.
drop table accounts.keys;
drop table accounts.sessions;
drop table accounts.user_roles;
drop table accounts.role_permissions;
drop table accounts.roles;
drop table accounts.users;
drop schema accounts;
