-- bad: a random value
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column token uuid not null default gen_random_uuid();

-- bad: inside of an expression
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column lucky integer default (1 + floor(random() * 6))::integer;

-- bad: the clock
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column note text, add column seen_at timestamptz default clock_timestamp();

-- bad: a function that nobody knows
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column number text default sales.next_number('a');

-- good: a constant
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column status text not null default 'draft', add column tags text[] not null default '{}'::text[];

-- good: the same for all rows of a statement
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column created_at timestamptz not null default now(), add column updated_at timestamptz default current_timestamp(3);

-- good: constants with brackets
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column total numeric(18, 2) not null default ((0)::numeric(18, 2)), add column ok boolean default (1 in (1, 2));

-- good: set for new rows only
-- given: create table sales.orders (id bigint primary key, token uuid);
alter table sales.orders alter column token set default gen_random_uuid();

-- good: of a table that is new in the same transaction
create table sales.orders (id uuid primary key default gen_random_uuid());
alter table sales.orders add column token uuid default gen_random_uuid();
