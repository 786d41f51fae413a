-- bad: large, and never read
-- expect: public.orders_number
create table orders (id bigint primary key, number text);
insert into orders select n, md5(n::text) from generate_series(1, 30000) as n;
create index orders_number on orders (number);

-- bad: partitions count together
-- expect: public.orders_number
create table orders (id bigint, number text, primary key (id)) partition by range (id);
create table orders_1 partition of orders for values from (0) to (15000);
create table orders_2 partition of orders for values from (15000) to (100000);
insert into orders select n, md5(n::text) from generate_series(1, 30000) as n;
create index orders_number on orders (number);

-- good: small, unique, or of a foreign key
create table customers (id bigint primary key);
insert into customers values (1);
create table orders (id bigint primary key, number text, kind text, customer_id bigint references customers (id));
insert into orders select n, md5(n::text), 'online', 1 from generate_series(1, 30000) as n;
create unique index on orders (number);
create index on orders (customer_id, number);
create index on orders (kind) where kind <> 'online';
