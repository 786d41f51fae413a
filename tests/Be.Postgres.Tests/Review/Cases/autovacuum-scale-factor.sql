-- bad: a large table
-- expect: public.orders
create table orders (id bigint primary key) with (autovacuum_enabled = false);
update pg_class set reltuples = 6000000 where oid = 'public.orders'::regclass;

-- good: with its own factor, or small
create table orders (id bigint primary key) with (autovacuum_enabled = false, autovacuum_vacuum_scale_factor = 0.01);
update pg_class set reltuples = 6000000 where oid = 'public.orders'::regclass;
create table notes (id bigint primary key) with (autovacuum_enabled = false);
update pg_class set reltuples = 100000 where oid = 'public.notes'::regclass;
