-- bad: a table in use
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders rename to purchases;

-- bad: a view
-- given: create view sales.open_orders as select 1 as id;
alter view sales.open_orders rename to open_purchases;

-- good: a new table
create table sales.orders (id bigint primary key);
alter table sales.orders rename to purchases;

-- good: an index
-- given: create table sales.orders (id bigint primary key);
alter index sales.orders_pkey rename to orders_key;
