-- bad: in the same file
-- given: create table sales.orders (id bigint primary key, total numeric);
alter table sales.orders add constraint orders_total_check check (total >= 0) not valid;
alter table sales.orders validate constraint orders_total_check;

-- bad: in the same statement
-- given: create table sales.orders (id bigint primary key, total numeric);
alter table sales.orders
    add constraint orders_total_check check (total >= 0) not valid,
    validate constraint orders_total_check;

-- bad: a foreign key
-- given: create table sales.customers (id bigint primary key); create table sales.orders (id bigint primary key, customer_id bigint);
alter table sales.orders add constraint a foreign key (customer_id) references sales.customers (id) not valid;
update sales.orders set customer_id = null where customer_id = 0;
alter table sales.orders validate constraint a;

-- good: in a later file
-- given: create table sales.orders (id bigint primary key, total numeric);
-- given: alter table sales.orders add constraint orders_total_check check (total >= 0) not valid;
alter table sales.orders validate constraint orders_total_check;

-- good: another one
-- given: create table sales.orders (id bigint primary key, total numeric, tax numeric);
-- given: alter table sales.orders add constraint a check (total >= 0) not valid;
alter table sales.orders add constraint b check (tax >= 0) not valid;
alter table sales.orders validate constraint a;

-- good: of a table that is new in the same transaction
create table sales.orders (id bigint primary key, total numeric);
alter table sales.orders add constraint a check (total >= 0) not valid;
alter table sales.orders validate constraint a;
