-- bad: one of two tables
create table orders (id bigint primary key);
create table lines (id bigint primary key);
-- migrate:down
drop table orders;

-- bad: a column
-- given: create table orders (id bigint primary key);
alter table orders add column notes text, add column remarks text;
-- migrate:down
alter table orders drop column notes;

-- bad: a constraint
-- given: create table orders (id bigint primary key, total numeric);
alter table orders add constraint orders_total_check check (total > 0) not valid;
-- migrate:down
select 1;

-- bad: an index
-- given: create table orders (id bigint primary key, number text);
create index orders_number_idx on orders (number);
-- migrate:down
drop index other_idx;

-- bad: an old name
-- given: create table orders (id bigint primary key, notes text);
alter table orders rename column notes to remarks;
-- migrate:down
select 1;

-- bad: a function, a type and a schema
create schema sales;
create type status as enum ('draft');
create function one() returns int language sql as 'select 1';
-- migrate:down
drop function one();

-- good: all that was made
create schema sales;
create table sales.orders (id bigint primary key, number text);
create index orders_number_idx on sales.orders (number);
create view sales.numbers as select number from sales.orders;
create sequence sales.numbering;
create function sales.one() returns int language sql as 'select 1';
create type sales.status as enum ('draft');
create domain sales.email as text;
-- migrate:down
drop domain sales.email;
drop type sales.status;
drop function sales.one();
drop sequence sales.numbering;
drop view sales.numbers;
drop table sales.orders;
drop schema sales;

-- good: a table takes along what is on it
create table orders (id bigint primary key, number text);
create index orders_number_idx on orders (number);
alter table orders add column total numeric;
alter table orders add constraint orders_total_check check (total > 0);
-- migrate:down
drop table orders;

-- good: a schema takes along what is in it
create schema sales;
create table sales.orders (id bigint primary key);
-- migrate:down
drop schema sales cascade;

-- good: a column takes along its constraints and indexes
-- given: create table orders (id bigint primary key);
alter table orders add column total numeric, add constraint orders_total_check check (total > 0) not valid;
create index orders_total_idx on orders (id, total);
-- migrate:down
alter table orders drop column total;

-- good: names that come back
-- given: create table orders (id bigint primary key, notes text); create type status as enum ('draft');
alter table orders rename column notes to remarks;
alter table orders rename to purchases;
alter type status rename value 'draft' to 'open';
alter type status rename to state;
-- migrate:down
alter type state rename to status;
alter type status rename value 'open' to 'draft';
alter table purchases rename to orders;
alter table orders rename column remarks to notes;

-- good: an index that became a constraint
-- given: create table orders (id bigint primary key, number text); create unique index orders_number_key on orders (number);
alter table orders add constraint orders_number_key unique using index orders_number_key;
-- migrate:down
alter table orders drop constraint orders_number_key;

-- good: a trigger and its function
-- given: create table orders (id bigint primary key);
create function keep() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger orders_keep before update on orders for each row execute function keep();
-- migrate:down
drop trigger orders_keep on orders;
drop function keep();

-- good: a constraint that PostgreSQL names
-- given: create table orders (id bigint primary key, total numeric);
alter table orders add check (total > 0) not valid;
-- migrate:down
alter table orders drop constraint orders_total_check;

-- good: a function that is put back
-- given: create function one() returns int language sql as 'select 1';
create or replace function one() returns int language sql as 'select 2';
-- migrate:down
create or replace function one() returns int language sql as 'select 1';

-- good: a block that may do it
create table orders (id bigint primary key);
-- migrate:down
do $$ begin drop table if exists orders; end $$;
