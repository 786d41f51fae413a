-- bad: a build that failed, mended since
-- expect: sales.orders_number
create schema sales;
create table sales.orders (id bigint primary key, number text);
insert into sales.orders values (1, 'a'), (2, 'a');
-- fails: two rows are the same
create unique index concurrently orders_number on sales.orders (number);
delete from sales.orders where id = 2;

-- bad: what reindex left behind
-- expect: public.orders_number_ccnew
create table orders (id bigint primary key, number text);
insert into orders values (1, 'a'), (2, 'a');
-- fails: two rows are the same
create unique index concurrently orders_number_ccnew on orders (number);

-- good: an index on a partitioned table, whose partitions have none yet
create table orders (id bigint, number text) partition by range (id);
create table orders_1 partition of orders for values from (0) to (100);
create index on only orders (number);

-- good: built
create table orders (id bigint primary key, number text);
create unique index concurrently orders_number on orders (number);
