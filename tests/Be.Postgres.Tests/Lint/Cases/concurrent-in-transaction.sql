-- bad: an index
create index concurrently orders_number_idx on sales.orders (number);

-- bad: the end of an index
drop index concurrently sales.orders_number_idx;

-- bad: an index built again
reindex index concurrently sales.orders_number_idx;

-- bad: a schema built again
reindex schema sales;

-- bad: a partition that leaves
alter table sales.orders detach partition sales.orders_2020 concurrently;

-- bad: vacuum
vacuum analyze sales.orders;

-- bad: a database
create database reports;

-- bad: the end of a database
drop database if exists reports;

-- bad: a setting of the server
alter system set work_mem = '64MB';

-- good: without a transaction
-- migrate:up transaction:false
create index concurrently orders_number_idx on sales.orders (number);

-- good: vacuum without a transaction
-- migrate:up transaction:false
vacuum sales.orders;

-- good: statements that do run in a transaction
create index orders_number_idx on sales.orders (number);
reindex table sales.orders;
alter table sales.orders detach partition sales.orders_2020;
refresh materialized view concurrently sales.totals;
alter default privileges grant select on tables to readers;

-- good: the end of an interrupted detaching
alter table sales.orders detach partition sales.orders_2020 finalize;
