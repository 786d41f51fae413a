-- bad: json and an array of it
-- expect: public.orders.details
-- expect: public.orders."Lines"
create table orders (id bigint primary key, details json, "Lines" json[]);

-- bad: in a partitioned table, once
-- expect: public.orders.details
create table orders (id bigint primary key, details json) partition by range (id);
create table orders_1 partition of orders for values from (0) to (100);

-- good: jsonb, and a column that is gone
create table orders (id bigint primary key, details jsonb, gone json);
alter table orders drop column gone;
