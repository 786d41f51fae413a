-- bad: the first column of another
-- expect: public.orders_customer
create table orders (id bigint primary key, customer_id bigint, placed_at timestamptz);
create index orders_customer on orders (customer_id);
create index orders_customer_placed on orders (customer_id, placed_at);

-- bad: what a unique one holds already
-- expect: public.orders_number
create table orders (id bigint primary key, number text);
create unique index orders_number_key on orders (number);
create index orders_number on orders (number);

-- good: a unique one that is shorter, another first column, class, condition or method
create table orders (id bigint primary key, customer_id bigint, number text, placed_at timestamptz);
create index on orders (customer_id, placed_at, number);
create unique index on orders (customer_id, placed_at);
create index on orders (placed_at);
create index on orders (customer_id desc);
create index on orders (customer_id) where placed_at is not null;
create index on orders using hash (customer_id);
create index on orders (number text_pattern_ops);
create index on orders (number, placed_at);
create index on orders (customer_id) include (number);

-- good: columns whose numbers begin with the same digit
create table wide (c1 int primary key, c2 int, c3 int, c4 int, c5 int, c6 int, c7 int, c8 int, c9 int, c10 int, c11 int);
create index on wide (c11, c2);
create index on wide (c2, c11);
