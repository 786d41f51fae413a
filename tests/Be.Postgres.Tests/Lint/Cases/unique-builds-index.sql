-- bad: a constraint
-- given: create table sales.orders (id bigint primary key, number text);
alter table sales.orders add constraint orders_number_key unique (number);

-- bad: without a name, of two columns
-- given: create table sales.orders (id bigint primary key, number text, year integer);
alter table sales.orders add unique nulls not distinct (year, number);

-- bad: a new column
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column number text unique;

-- good: an index becomes the constraint
-- given: create table sales.orders (id bigint primary key, number text);
-- given: create unique index orders_number_key on sales.orders (number);
alter table sales.orders add constraint orders_number_key unique using index orders_number_key;

-- good: of a table that is new in the same transaction
create table sales.orders (id bigint primary key, number text unique, code text);
alter table sales.orders add unique (code);

-- good: the index, concurrently
-- migrate:up transaction:false
create unique index concurrently if not exists orders_number_key on sales.orders (number);
