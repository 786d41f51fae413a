-- bad: a new table
-- option: schemas-are-modules
-- given: create table crm.customers (id bigint primary key);
create table sales.orders (id bigint primary key, customer_id bigint references crm.customers on delete restrict);

-- bad: a new constraint
-- option: schemas-are-modules
-- given: create table crm.customers (id bigint primary key); create table sales.orders (id bigint primary key, customer_id bigint);
alter table sales.orders add foreign key (customer_id) references crm.customers on delete restrict not valid;

-- good: within the module
-- option: schemas-are-modules
-- given: create table sales.customers (id bigint primary key);
create table sales.orders (id bigint primary key, customer_id bigint references sales.customers on delete restrict);

-- good: schemas that are no modules
-- given: create table crm.customers (id bigint primary key);
create table sales.orders (id bigint primary key, customer_id bigint references crm.customers on delete restrict);
