-- bad: none is set
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column note text;

-- bad: no lock_timeout is set
-- given: create table sales.orders (id bigint primary key);
set local statement_timeout = '60s';
alter table sales.orders add column note text;

-- bad: no statement_timeout is set
-- given: create table sales.orders (id bigint primary key);
set local lock_timeout = '2s';
alter table sales.orders add column note text;

-- bad: set too late
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column note text;
set local lock_timeout = '2s';
set local statement_timeout = '60s';

-- bad: waits for ever
-- given: create table sales.orders (id bigint primary key);
set local lock_timeout = 0;
set local statement_timeout = '60s';
alter table sales.orders add column note text;

-- bad: reset
-- given: create table sales.orders (id bigint primary key);
set lock_timeout = '2s';
set statement_timeout = '60s';
reset lock_timeout;
alter table sales.orders add column note text;

-- bad: of a role
-- given: create table sales.orders (id bigint primary key);
alter role app set lock_timeout = '2s';
alter role app set statement_timeout = '60s';
alter table sales.orders add column note text;

-- bad: a key that locks the table it leads to
-- given: create table sales.customers (id bigint primary key);
create table sales.orders (id bigint primary key, customer_id bigint references sales.customers (id) on delete restrict);

-- bad: without a transaction and without a runner that sets them
-- given: create table sales.orders (id bigint primary key, number text);
-- migrate:up transaction:false
create index concurrently orders_number_idx on sales.orders (number);

-- good: both are set
-- given: create table sales.orders (id bigint primary key);
set local lock_timeout = '2s';
set local statement_timeout = '60s';
alter table sales.orders add column note text;

-- good: for the session, reading as long as it takes
-- given: create table sales.orders (id bigint primary key, total numeric);
-- given: alter table sales.orders add constraint a check (total >= 0) not valid;
set lock_timeout to '2s';
set session statement_timeout = 0;
alter table sales.orders validate constraint a;

-- good: nothing in use is locked
create table sales.orders (id bigint primary key);
create index on sales.orders (id);
insert into sales.settings (name) values ('a');

-- good: without a transaction, by a runner that sets them
-- option: runner-sets-timeouts
-- given: create table sales.orders (id bigint primary key, number text);
-- migrate:up transaction:false
create index concurrently orders_number_idx on sales.orders (number);
