-- bad: of a table
-- expect: public.orders
create table orders (id bigint primary key) with (autovacuum_enabled = off);

-- good: on, among other options
create table orders (id bigint primary key) with (autovacuum_enabled = on, fillfactor = 90);
