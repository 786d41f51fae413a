-- bad: the column takes no null
-- expect: public.orders_number
create table orders (id bigint primary key, number text not null, placed_at timestamptz);
create index orders_number on orders (number) where number is not null;

-- bad: beside another condition
-- expect: public.orders_open
create table orders (id bigint primary key, "Number" text not null, is_open boolean);
create index orders_open on orders (id, "Number") where "Number" is not null and is_open;

-- good: the column may be null, or the condition asks for something else
create table orders (id bigint primary key, number text, placed_at timestamptz not null, kind text not null);
create index on orders (number) where number is not null;
create index on orders (number) where kind <> 'draft';
create index on orders (placed_at) where kind is not null or number is null;
