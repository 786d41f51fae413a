-- bad: a constraint
-- given: create table sales.orders (id bigint not null, number text);
alter table sales.orders add constraint orders_pkey primary key (id);

-- bad: a new column
-- given: create table sales.orders (number text);
alter table sales.orders add column id bigint generated always as identity primary key;

-- bad: of two columns, without a name
-- given: create table sales.lines (order_id bigint not null, line integer not null);
alter table sales.lines add primary key (order_id, line);

-- good: an index becomes the key
-- given: create table sales.orders (id bigint not null, number text);
-- given: create unique index orders_pkey on sales.orders (id);
alter table sales.orders add constraint orders_pkey primary key using index orders_pkey;

-- good: of a table that is new in the same transaction
create table sales.orders (id bigint not null, number text);
alter table sales.orders add primary key (id);
