-- bad: an index
-- given: create table sales.orders (id bigint primary key, number text);
-- given: create index orders_number_idx on sales.orders (number);
reindex index sales.orders_number_idx;

-- bad: a table
reindex table sales.orders;

-- bad: a schema
-- migrate:up transaction:false
reindex (verbose) schema sales;

-- good: an index, concurrently
-- migrate:up transaction:false
reindex index concurrently sales.orders_number_idx;

-- good: concurrently as an option
-- migrate:up transaction:false
reindex (concurrently, verbose) table sales.orders;

-- good: of a table that is new in the same transaction
create table sales.orders (id bigint primary key, number text);
reindex table sales.orders;
