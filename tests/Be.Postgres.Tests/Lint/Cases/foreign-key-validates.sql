-- bad: a key of a table in use
-- given: create table sales.customers (id bigint primary key);
-- given: create table sales.orders (id bigint primary key, customer_id bigint);
alter table sales.orders add constraint orders_customer_id_fkey foreign key (customer_id) references sales.customers (id) on delete restrict;

-- bad: one of several actions
-- given: create table sales.customers (id bigint primary key);
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders
    add column customer_id bigint,
    add foreign key (customer_id) references sales.customers (id) on delete restrict, -- this one
    add column note text;

-- bad: to a table that is new
-- given: create table sales.orders (id bigint primary key, customer_id bigint);
create table sales.customers (id bigint primary key);
alter table sales.orders add foreign key (customer_id) references sales.customers (id) on delete restrict;

-- bad: a column with a value for the rows that are there
-- given: create table sales.countries (code text primary key);
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column country text not null default 'ZZ' references sales.countries (code) on delete restrict;

-- bad: of a partitioned table
-- given: create table sales.customers (id bigint primary key);
-- given: create table sales.orders (id bigint, customer_id bigint) partition by hash (id);
alter table sales.orders add foreign key (customer_id) references sales.customers (id) on delete restrict;

-- good: not valid
-- given: create table sales.customers (id bigint primary key);
-- given: create table sales.orders (id bigint primary key, customer_id bigint);
alter table sales.orders
    add constraint orders_customer_id_fkey foreign key (customer_id) references sales.customers (id) on delete restrict not valid;

-- good: a column of nulls
-- given: create table sales.customers (id bigint primary key);
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column customer_id bigint references sales.customers (id) on delete set null;

-- good: a column whose default is null
-- given: create table sales.customers (id bigint primary key);
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column customer_id bigint default null::bigint references sales.customers (id) on delete set null;

-- good: of a table that is new in the same transaction
-- given: create table sales.customers (id bigint primary key);
create table sales.orders (id bigint primary key, customer_id bigint references sales.customers (id) on delete restrict);
alter table sales.orders add column payer_id bigint;
alter table sales.orders add foreign key (payer_id) references sales.customers (id) on delete restrict;

-- good: one that is not enforced
-- option: since 18
-- given: create table sales.orders (id bigint primary key, customer_id bigint);
alter table sales.orders add foreign key (customer_id) references sales.customers (id) on delete restrict not enforced;
