-- bad: no key at all
create table orders (number text);

-- bad: only unique
create table orders (number text not null unique);

-- good: a column that is the key
create table orders (id bigint primary key);

-- good: a key of its own
create table lines (order_id bigint, number int, constraint lines_pkey primary key (order_id, number));

-- good: a key that comes later in the file
create table orders (id bigint not null);
alter table orders add constraint orders_pkey primary key (id);

-- good: a partition, a copy and a temporary table
-- given: create table orders (id bigint, placed_on date, primary key (id, placed_on)) partition by range (placed_on);
create table orders_2026 partition of orders for values from ('2026-01-01') to ('2027-01-01');
create table old_orders (like orders including all);
create temporary table totals (total numeric);
create table report as select 1 as one;
