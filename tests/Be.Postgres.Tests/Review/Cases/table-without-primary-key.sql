-- bad: none at all
-- expect: public.orders
create table orders (id bigint, number text);

-- bad: a unique index is not a key
-- expect: sales."Orders"
create schema sales;
create table sales."Orders" (id bigint not null unique, number text);

-- bad: a partitioned table, once
-- expect: public.orders
create table orders (id bigint, number text) partition by range (id);
create table orders_1 partition of orders for values from (0) to (100);

-- good: keys, views and temporary tables
create table orders (id bigint primary key, number text);
create table lines (order_id bigint, part int, primary key (order_id, part)) partition by range (order_id);
create table lines_1 partition of lines for values from (0) to (100);
create view open_orders as select id from orders;
create temporary table scratch (id bigint);
