-- bad: money
-- expect: public.orders.total
create table orders (id bigint primary key, total money);

-- good: numeric
create table orders (id bigint primary key, total numeric(18, 2));
