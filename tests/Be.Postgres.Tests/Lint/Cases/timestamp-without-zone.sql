-- bad: a column of a new table
create table orders (id bigint primary key, placed_at timestamp not null default now());

-- bad: several columns, one with digits, one an array
create table orders (id bigint primary key, placed_at timestamp(3) without time zone, seen_at timestamp [], "At" timestamp);

-- bad: a new column
-- given: create table orders (id bigint primary key);
alter table orders add column if not exists placed_at timestamp;

-- bad: a time with an offset
create table orders (id bigint primary key, opens_at time with time zone);

-- bad: another type
-- given: create table orders (id bigint primary key, placed_at timestamptz);
alter table orders alter column placed_at type timestamp;

-- bad: a generated column
create table orders (id bigint primary key, at timestamptz, local timestamp generated always as (at at time zone 'UTC') stored);

-- good: with a zone
create table orders (id bigint primary key, placed_at timestamptz not null, seen_at timestamp(3) with time zone);

-- good: a time of day, and a date
create table orders (id bigint primary key, opens_at time, due_on date);
