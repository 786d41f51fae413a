-- bad: by its values
-- expect: public.orders.reference
create table orders (id bigint primary key, reference text);
insert into orders select n, gen_random_uuid()::text from generate_series(1, 200) as n;
analyze orders;

-- bad: by its values, in a partitioned table
-- expect: public.orders.reference
create table orders (id bigint primary key, reference varchar(100)) partition by range (id);
create table orders_1 partition of orders for values from (0) to (1000);
insert into orders select n, gen_random_uuid()::text from generate_series(1, 200) as n;
analyze orders;

-- bad: by its type or name
-- expect: public.orders.key
-- expect: public.orders.customer_uuid
create table orders (id bigint primary key, key char(36), customer_uuid text);

-- good: uuid, other text, and a name that its values contradict
create table orders (id uuid primary key, number text, legacy_guid text);
insert into orders select gen_random_uuid(), n::text, 'GUID ' || n from generate_series(1, 200) as n;
analyze orders;
