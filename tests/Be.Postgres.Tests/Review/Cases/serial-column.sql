-- bad: of both sizes
-- expect: public.orders.id
-- expect: public.orders.part
create table orders (id bigserial primary key, part serial);

-- good: identity, and a sequence that tables share
create sequence numbers;
create table orders (id bigint generated always as identity primary key, number bigint default nextval('numbers'));
