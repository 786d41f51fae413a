-- bad: timestamp, with digits or not
-- expect: public.orders.placed_at
-- expect: public.orders.paid_at
create table orders (id bigint primary key, placed_at timestamp, paid_at timestamp(3) not null);

-- good: with a zone, and a date
create table orders (id bigint primary key, placed_at timestamptz, due_on date, opens_at time);
