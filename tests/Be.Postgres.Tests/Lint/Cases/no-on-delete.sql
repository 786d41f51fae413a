-- bad: a constraint of a new table
-- given: create table customers (id bigint primary key);
create table orders (id bigint primary key, customer_id bigint, foreign key (customer_id) references customers (id));

-- bad: a new column
-- given: create table customers (id bigint primary key); create table orders (id bigint primary key);
alter table orders add column customer_id bigint references customers on update cascade;

-- bad: a new constraint
-- given: create table customers (id bigint primary key); create table orders (id bigint primary key, customer_id bigint);
alter table orders add constraint orders_customer_id_fkey foreign key (customer_id) references customers not valid;

-- good: said in a new table
-- given: create table customers (id bigint primary key);
create table orders (id bigint primary key, customer_id bigint references customers (id) on delete restrict);

-- good: no action, said
-- given: create table customers (id bigint primary key); create table orders (id bigint primary key, customer_id bigint);
alter table orders add foreign key (customer_id) references customers on delete no action not valid;

-- good: set null
-- given: create table customers (id bigint primary key); create table orders (id bigint primary key, customer_id bigint);
alter table orders add foreign key (customer_id) references customers on delete set null (customer_id) not valid;
-- option: since 15
