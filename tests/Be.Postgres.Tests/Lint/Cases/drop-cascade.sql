-- bad: a view with what is built on it
-- given: create view sales.open_orders as select 1 as id;
drop view sales.open_orders cascade;

-- bad: a column with what is built on it
-- given: create table sales.orders (id bigint primary key, notes text);
alter table sales.orders drop column notes cascade;

-- bad: a constraint with what is built on it
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders drop constraint orders_pkey cascade;

-- good: by name
-- given: create view sales.open_orders as select 1 as id;
drop view sales.open_orders restrict;

-- good: a table that the same transaction made
create table sales.orders (id bigint primary key);
drop table sales.orders cascade;

-- good: cascade of a foreign key
-- given: create table sales.orders (id bigint primary key);
create table sales.lines (id bigint primary key, order_id bigint references sales.orders on delete cascade);
