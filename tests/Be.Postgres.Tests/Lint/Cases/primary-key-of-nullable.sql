-- bad: a column that may be null
-- given: create table sales.orders (id bigint, number text);
-- given: create unique index orders_pkey on sales.orders (id);
alter table sales.orders add constraint orders_pkey primary key using index orders_pkey;

-- bad: one of two columns
-- given: create table sales.lines (order_id bigint not null, line integer);
-- given: create unique index lines_pkey on sales.lines (order_id, line);
alter table sales.lines add primary key using index lines_pkey;

-- good: columns that are not null
-- given: create table sales.lines (order_id bigint not null, line integer not null);
-- given: create unique index lines_pkey on sales.lines (order_id, line);
alter table sales.lines add primary key using index lines_pkey;

-- good: a valid check proves it
-- given: create table sales.orders (id bigint constraint a check (id is not null));
-- given: create unique index orders_pkey on sales.orders (id);
alter table sales.orders add primary key using index orders_pkey;
