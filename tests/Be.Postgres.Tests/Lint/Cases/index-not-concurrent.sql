-- bad: an index on a table in use
-- given: create table sales.orders (id bigint primary key, number text);
create index orders_number_idx on sales.orders (number);

-- bad: on a table that no migration made
create unique index on orders (number);

-- bad: on a partitioned table and so on all its partitions
-- given: create table sales.orders (id bigint, placed_at timestamptz) partition by range (placed_at);
create index orders_placed_at_idx on sales.orders (placed_at);

-- bad: of a part without a transaction
-- given: create table sales.orders (id bigint primary key, number text);
-- migrate:up transaction:false
create index orders_number_idx on sales.orders (number);

-- good: concurrently, in a file of its own
-- given: create table sales.orders (id bigint primary key, number text);
-- migrate:up transaction:false
create index concurrently orders_number_idx on sales.orders (number);

-- good: on a table that is new in the same transaction
create table sales.orders (id bigint primary key, number text);
create index orders_number_idx on sales.orders (number);

-- good: on a materialized view that is new in the same transaction
create materialized view sales.totals as select 1 as id;
create unique index totals_id_key on sales.totals (id);

-- good: on only the partitioned table
-- given: create table sales.orders (id bigint, placed_at timestamptz) partition by range (placed_at);
create index orders_placed_at_idx on only sales.orders (placed_at);

-- good: on a temporary table
create temporary table doubles (id bigint);
create index on doubles (id);
