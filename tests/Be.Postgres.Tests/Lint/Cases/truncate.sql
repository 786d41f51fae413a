-- bad: a table in use
-- given: create table sales.orders (id bigint primary key);
truncate table sales.orders;

-- bad: with all that refers to it
-- given: create table sales.orders (id bigint primary key);
truncate sales.orders restart identity cascade;

-- good: a table that the same transaction made
create table sales.orders (id bigint primary key);
truncate sales.orders;

-- good: some rows
-- given: create table sales.orders (id bigint primary key);
delete from sales.orders where id < 0;
