-- bad: without a default
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column number text not null;

-- bad: with null for a default
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column note text, add column number text default null not null;

-- bad: a key
-- given: create table sales.orders (number text);
alter table sales.orders add column id bigint primary key;

-- good: with a default
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column status text not null default 'draft';

-- good: nullable
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column number text;

-- good: a value that PostgreSQL computes
-- given: create table sales.orders (id bigint primary key, total numeric);
alter table sales.orders
    add column position bigint generated always as identity,
    add column tax numeric not null generated always as (total * 0.2) stored;

-- good: of a table that is new in the same transaction
create table sales.orders (id bigint primary key);
alter table sales.orders add column number text not null;
