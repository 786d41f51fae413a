-- bad: nothing proves it
-- given: create table sales.orders (id bigint, placed_at timestamptz) partition by range (placed_at);
-- given: create table sales.orders_2026 (id bigint, placed_at timestamptz);
alter table sales.orders attach partition sales.orders_2026 for values from ('2026-01-01') to ('2027-01-01');

-- bad: a check of something else
-- given: create table sales.orders (id bigint, placed_at timestamptz) partition by range (placed_at);
-- given: create table sales.orders_2026 (id bigint check (id > 0), placed_at timestamptz);
alter table sales.orders attach partition sales.orders_2026 for values from ('2026-01-01') to ('2027-01-01');

-- bad: a check that is not valid
-- given: create table sales.orders (id bigint, country text) partition by list (lower(country));
-- given: create table sales.orders_no (id bigint, country text);
-- given: alter table sales.orders_no add constraint a check (lower(country) = 'no') not valid;
alter table sales.orders attach partition sales.orders_no for values in ('no');

-- bad: filled in the same transaction
-- given: create table sales.orders (id bigint, placed_at timestamptz) partition by range (placed_at);
create table sales.orders_2026 (id bigint, placed_at timestamptz);
insert into sales.orders_2026 select id, placed_at from sales.old_orders;
alter table sales.orders attach partition sales.orders_2026 for values from ('2026-01-01') to ('2027-01-01');

-- good: a valid check of its bounds
-- given: create table sales.orders (id bigint, country text) partition by list (lower(country));
-- given: create table sales.orders_no (id bigint, country text not null, constraint a check (lower(country) = 'no'));
alter table sales.orders attach partition sales.orders_no for values in ('no');

-- good: an empty table of the same transaction
-- given: create table sales.orders (id bigint, placed_at timestamptz) partition by range (placed_at);
create table sales.orders_2027 (like sales.orders including all);
alter table sales.orders attach partition sales.orders_2027 for values from ('2027-01-01') to ('2028-01-01');

-- good: a check of what no migration made
-- given: create table orders_2026 (id bigint, placed_at timestamptz check (placed_at >= '2026-01-01' and placed_at < '2027-01-01'));
alter table orders attach partition orders_2026 for values from ('2026-01-01') to ('2027-01-01');

-- good: an index
alter index sales.orders_placed_at_idx attach partition sales.orders_2026_placed_at_idx;
