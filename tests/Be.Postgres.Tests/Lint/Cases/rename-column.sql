-- bad: a column of a table in use
-- given: create table sales.orders (id bigint primary key, notes text);
alter table sales.orders rename column notes to remarks;

-- bad: the short form
-- given: create table sales.orders (id bigint primary key, notes text);
alter table sales.orders rename notes to remarks;

-- good: a column of a new table
create table sales.orders (id bigint primary key, notes text);
alter table sales.orders rename column notes to remarks;

-- good: a constraint
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders rename constraint orders_pkey to orders_key;
