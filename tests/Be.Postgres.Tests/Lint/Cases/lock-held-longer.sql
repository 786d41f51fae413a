-- bad: rows are changed while nobody can read
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column note text;
update sales.orders set note = '';

-- bad: some rows of another table
-- given: create table sales.orders (id bigint primary key); create table sales.customers (id bigint primary key, note text);
alter table sales.orders add column note text;
delete from sales.customers where note = '';

-- bad: an index is built
-- given: create table sales.orders (id bigint primary key, number text);
alter table sales.orders drop column if exists note;
create index on sales.orders (number);

-- bad: a constraint is validated
-- given: create table sales.orders (id bigint primary key, total numeric);
-- given: alter table sales.orders add constraint a check (total >= 0) not valid;
alter table sales.orders add column note text;
alter table sales.orders validate constraint a;

-- bad: after an index was dropped
-- given: create table sales.orders (id bigint primary key, number text);
-- given: create index orders_number_idx on sales.orders (number);
drop index sales.orders_number_idx;
update sales.orders set number = '' where number is null;

-- bad: a table is read for nulls
-- given: create table sales.orders (id bigint primary key, number text); create table sales.customers (id bigint primary key, name text);
alter table sales.customers rename column name to full_name;
alter table sales.orders alter column number set not null;

-- good: nothing long follows
-- given: create table sales.orders (id bigint primary key, number text);
alter table sales.orders add column note text;
alter table sales.orders add constraint a check (number <> '') not valid;

-- good: the long one comes first
-- given: create table sales.orders (id bigint primary key, total numeric);
-- given: alter table sales.orders add constraint a check (total >= 0) not valid;
alter table sales.orders validate constraint a;
alter table sales.orders add column note text;

-- good: what is held is new
create table sales.orders (id bigint primary key, number text);
alter table sales.orders add column note text;
insert into sales.orders (id) select id from sales.old_orders;
update sales.counters set value = 1 where name = 'orders';

-- good: a weaker lock is held
-- given: create table sales.orders (id bigint primary key, total numeric, tax numeric);
-- given: alter table sales.orders add constraint a check (total >= 0) not valid;
-- given: alter table sales.orders add constraint b check (tax >= 0) not valid;
alter table sales.orders validate constraint a;
alter table sales.orders validate constraint b;
