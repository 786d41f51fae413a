-- bad: the same column twice
-- expect: public.orders_number_2
create table orders (id bigint primary key, number text);
create index orders_number on orders (number);
create index orders_number_2 on orders (number);

-- bad: the index of a constraint stays
-- expect: sales."Orders number"
create schema sales;
create table sales.orders (id bigint primary key, number text, constraint orders_number_key unique (number));
create unique index "Orders number" on sales.orders (number);

-- bad: expressions, orders and conditions
-- expect: public.orders_b
create table orders (id bigint primary key, number text, placed_at timestamptz);
create index orders_a on orders (lower(number), placed_at desc nulls last) include (id) where placed_at is not null;
create index orders_b on orders (lower(number), placed_at desc nulls last) include (id) where placed_at is not null;

-- bad: two constraints
-- expect: public.orders_number_too
create table orders (id bigint primary key, number text not null unique);
alter table orders add constraint orders_number_too unique (number);

-- good: another order, class, condition, method or uniqueness
create table orders (id bigint primary key, number text, placed_at timestamptz);
create index on orders (number);
create index on orders (number desc);
create index on orders (number text_pattern_ops);
create index on orders (number collate "C");
create index on orders (number) where placed_at is not null;
create index on orders (number) include (placed_at);
create index on orders using hash (number);
create unique index on orders (number);
