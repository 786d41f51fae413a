-- bad: a constraint of a new table
-- given: create table sales.customers (id bigint primary key);
create table sales.orders (
    id bigint primary key,
    customer_id bigint not null,
    constraint orders_customer_id_fkey foreign key (customer_id) references sales.customers (id) on delete restrict
);

-- bad: a column of a new table
create table sales.orders (id bigint primary key, customer_id bigint not null references sales.customers (id) on delete restrict);

-- bad: a constraint of a table in use
-- given: create table sales.orders (id bigint primary key, customer_id bigint);
alter table sales.orders add foreign key (customer_id) references sales.customers (id) on delete restrict not valid;

-- bad: a column of a table in use
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column customer_id bigint references sales.customers (id) on delete restrict;

-- bad: an index that begins with another column
create table sales.orders (id bigint primary key, customer_id bigint references sales.customers (id) on delete restrict, number text);
create index on sales.orders (number, customer_id);

-- bad: an index of some rows
create table sales.orders (id bigint primary key, customer_id bigint references sales.customers (id) on delete restrict, is_open boolean);
create index on sales.orders (customer_id) where is_open;

-- good: an index in the same file
create table sales.orders (id bigint primary key, customer_id bigint references sales.customers (id) on delete restrict);
create index on sales.orders (customer_id, id);

-- good: an index from before
-- given: create table sales.orders (id bigint primary key, customer_id bigint);
-- given: create index orders_customer_id_idx on sales.orders (customer_id);
alter table sales.orders add foreign key (customer_id) references sales.customers (id) on delete restrict not valid;

-- good: the key begins with it
create table sales.lines (
    order_id bigint not null references sales.orders (id) on delete cascade,
    line integer not null,
    primary key (order_id, line)
);

-- good: two columns in another order
create table sales.lines (
    id bigint primary key,
    country text,
    customer bigint,
    foreign key (country, customer) references sales.customers (country, id) on delete restrict,
    unique (customer, country)
);

-- good: an index of the rows that refer to something
create table sales.orders (id bigint primary key, customer_id bigint references sales.customers (id) on delete restrict);
create index on sales.orders (customer_id) where customer_id is not null;

-- good: dropped again
create table sales.orders (id bigint primary key, customer_id bigint references sales.customers (id) on delete restrict);
alter table sales.orders drop column customer_id;
