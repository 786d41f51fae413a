-- bad: of a table in use
-- given: create table sales.orders (id bigint, placed_at timestamptz) partition by range (placed_at);
create table sales.orders_2027 partition of sales.orders for values from ('2027-01-01') to ('2028-01-01');

-- bad: the default one, with a column's default
-- given: create table sales.orders (id bigint, placed_at timestamptz) partition by range (placed_at);
create table sales.orders_rest partition of sales.orders (id default 0) default;

-- bad: one that has partitions itself
create table orders_2027 partition of orders for values from ('2027-01-01') to ('2028-01-01') partition by hash (id);

-- good: made by itself, then attached
-- given: create table sales.orders (id bigint, placed_at timestamptz) partition by range (placed_at);
create table sales.orders_2027 (like sales.orders including all);
alter table sales.orders attach partition sales.orders_2027 for values from ('2027-01-01') to ('2028-01-01');

-- good: of a table that is new in the same transaction
create table sales.orders (id bigint, placed_at timestamptz) partition by range (placed_at);
create table sales.orders_2027 partition of sales.orders for values from ('2027-01-01') to ('2028-01-01');
