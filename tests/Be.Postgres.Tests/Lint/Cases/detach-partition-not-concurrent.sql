-- bad: of a table in use
-- given: create table sales.orders (id bigint, placed_at timestamptz) partition by range (placed_at);
alter table sales.orders detach partition sales.orders_2020;

-- bad: of one that no migration made
alter table if exists orders detach partition orders_2020;

-- good: concurrently
-- migrate:up transaction:false
alter table sales.orders detach partition sales.orders_2020 concurrently;

-- good: the end of an interrupted one
alter table sales.orders detach partition sales.orders_2020 finalize;

-- good: of a table that is new in the same transaction
create table sales.orders (id bigint, placed_at timestamptz) partition by range (placed_at);
create table sales.orders_2020 partition of sales.orders for values from ('2020-01-01') to ('2021-01-01');
alter table sales.orders detach partition sales.orders_2020;
