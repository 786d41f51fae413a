-- bad: by name
-- expect: public.orders.total
-- expect: public.orders.unit_price
-- expect: public.orders.fees
create table orders (id bigint primary key, total double precision, unit_price real, fees float8);

-- good: numeric, and measures
create table orders (id bigint primary key, total numeric(18, 2), coffee real, totality float8, weight real);
