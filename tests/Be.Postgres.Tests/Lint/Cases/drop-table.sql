-- bad: a table in use
-- given: create table sales.orders (id bigint primary key);
drop table sales.orders;

-- bad: several at once, one of them new
-- given: create table sales.orders (id bigint primary key);
create table sales.lines (id bigint primary key);
drop table if exists sales.lines, sales.orders;

-- good: a table that the same transaction made
create table sales.totals (id bigint primary key);
drop table sales.totals;

-- good: a temporary table
create temporary table totals (id bigint);
drop table totals;

-- good: in the down part
create table sales.orders (id bigint primary key);
-- migrate:down
drop table sales.orders;
