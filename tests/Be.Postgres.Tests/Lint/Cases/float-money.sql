-- bad: a column of a new table
create table orders (id bigint primary key, total double precision);

-- bad: a new column
-- given: create table orders (id bigint primary key);
alter table orders add column unit_price real;

-- bad: another type
-- given: create table orders (id bigint primary key, shipping_costs numeric);
alter table orders alter column shipping_costs type float8;

-- good: numeric
create table orders (id bigint primary key, total numeric(18, 2));

-- good: no money
create table places (id bigint primary key, latitude double precision, totality real);
