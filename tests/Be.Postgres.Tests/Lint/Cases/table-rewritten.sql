-- bad: vacuum full
-- migrate:up transaction:false
vacuum (full, analyze) sales.orders;

-- bad: cluster
-- given: create table sales.orders (id bigint primary key);
cluster sales.orders using orders_pkey;

-- bad: all tables clustered
-- migrate:up transaction:false
cluster;

-- bad: logged
alter table sales.imports set logged;

-- bad: unlogged
alter table sales.imports set unlogged;

-- bad: another tablespace
alter table sales.orders set tablespace fast;

-- good: a plain vacuum
-- migrate:up transaction:false
vacuum (full false) sales.orders;

-- good: for a later cluster
alter table sales.orders cluster on orders_pkey;

-- good: of a table that is new in the same transaction
create unlogged table sales.imports (id bigint primary key);
alter table sales.imports set logged;
cluster sales.imports using imports_pkey;
