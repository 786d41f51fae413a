-- bad: two tables are altered
-- given: create table sales.orders (id bigint primary key); create table sales.customers (id bigint primary key);
alter table sales.orders add column note text;
alter table sales.customers add column note text;

-- bad: triggers on two tables
-- given: create table sales.orders (id bigint primary key); create table sales.customers (id bigint primary key);
create trigger a after insert on sales.orders for each row execute function sales.count();
create trigger a after insert on sales.customers for each row execute function sales.count();

-- bad: new tables that lead to two others
-- given: create table sales.orders (id bigint primary key); create table sales.customers (id bigint primary key);
create table sales.notes (id bigint primary key, order_id bigint references sales.orders (id) on delete cascade);
create table sales.calls (id bigint primary key, customer_id bigint references sales.customers (id) on delete cascade);

-- good: one table
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column note text;
create trigger a after insert on sales.orders for each row execute function sales.count();

-- good: the two of a foreign key
-- given: create table sales.orders (id bigint primary key, customer_id bigint); create table sales.customers (id bigint primary key);
alter table sales.orders add foreign key (customer_id) references sales.customers (id) on delete restrict not valid;
alter table sales.customers add column note text;

-- good: the other is new
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column note text;
create table sales.customers (id bigint primary key);
alter table sales.customers add column note text;

-- good: the other is only read or validated
-- given: create table sales.orders (id bigint primary key); create table sales.customers (id bigint primary key, name text);
-- given: alter table sales.customers add constraint a check (name <> '') not valid;
alter table sales.customers validate constraint a;
alter table sales.orders add column note text;
