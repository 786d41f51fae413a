-- bad: an index of a table in use
-- given: create table sales.orders (id bigint primary key, number text);
-- given: create index orders_number_idx on sales.orders (number);
drop index sales.orders_number_idx;

-- bad: an index that no migration made
drop index if exists orders_number_idx;

-- bad: two at once
-- given: create table sales.orders (id bigint primary key, number text, note text);
-- given: create index a on sales.orders (number); create index b on sales.orders (note);
drop index sales.a, sales.b;

-- good: concurrently, in a file of its own
-- given: create table sales.orders (id bigint primary key, number text);
-- given: create index orders_number_idx on sales.orders (number);
-- migrate:up transaction:false
drop index concurrently if exists sales.orders_number_idx;

-- good: of a table that is new in the same transaction
create table sales.orders (id bigint primary key, number text);
create index orders_number_idx on sales.orders (number);
drop index sales.orders_number_idx;

-- good: in the down part
-- migrate:up transaction:false
create index concurrently orders_number_idx on sales.orders (number);
-- migrate:down
drop index sales.orders_number_idx;
