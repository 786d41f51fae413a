-- bad: a column of a table in use
-- given: create table sales.orders (id bigint primary key, notes text);
alter table sales.orders drop column notes;

-- bad: one of several changes
-- given: create table sales.orders (id bigint primary key, notes text);
alter table sales.orders add column remarks text, drop column if exists notes;

-- good: a column of a table that nobody has seen
create table sales.orders (id bigint primary key, notes text);
alter table sales.orders drop column notes;

-- good: in the down part
-- given: create table sales.orders (id bigint primary key);
alter table sales.orders add column notes text;
-- migrate:down
alter table sales.orders drop column notes;

-- good: allowed with a reason
-- given: create table sales.orders (id bigint primary key, notes text);
-- be:allow drop-column not read since release 42
alter table sales.orders drop column notes;
