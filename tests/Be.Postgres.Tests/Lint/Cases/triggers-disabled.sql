-- bad: all of a table
alter table sales.orders disable trigger all;

-- bad: those of users
alter table only sales.orders DISABLE TRIGGER USER;

-- bad: one
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders disable trigger orders_audit;

-- bad: of the session
set session_replication_role = replica;

-- bad: of the transaction, in quotes
set local session_replication_role to 'replica';

-- good: enabled
alter table sales.orders enable trigger all;

-- good: as it should be
set session_replication_role = origin;

-- good: row security is no trigger
alter table sales.orders disable row level security;

-- good: a table that is new in the same transaction
create table sales.orders (id bigint primary key);
alter table sales.orders disable trigger all;
