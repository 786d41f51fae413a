-- bad: no index at all
-- expect: public.orders
create table customers (id bigint primary key);
create table orders (id bigint primary key, customer_id bigint references customers (id));

-- bad: an index that begins with another column, and one that leaves rows out
-- expect: sales."Order lines"
create schema sales;
create table sales.orders (id bigint, part int, primary key (id, part));
create table sales."Order lines" (id bigint primary key, "order" bigint, part int, note text, foreign key ("order", part) references sales.orders);
create index on sales."Order lines" (note, "order", part);
create index on sales."Order lines" ("order", part) where note is not null;
create index on sales."Order lines" ("order") include (part);

-- bad: a partitioned table
-- expect: public.orders
create table customers (id bigint primary key);
create table orders (id bigint, placed_on date, customer_id bigint references customers (id), primary key (id, placed_on)) partition by range (placed_on);
create table orders_2026 partition of orders for values from ('2026-01-01') to ('2027-01-01');

-- good: indexes that begin with the columns, in any order
create table customers (id bigint, part int, primary key (id, part));
create table orders (id bigint primary key, customer_id bigint, part int, placed_at timestamptz, foreign key (customer_id, part) references customers);
create index on orders (part, customer_id, placed_at);

-- good: an index without the nulls, which refer to nothing
create table customers (id bigint primary key);
create table orders (id bigint primary key, customer_id bigint references customers (id));
create index on orders (customer_id) where customer_id is not null;

-- good: the primary key
create table users (id bigint primary key);
create table user_settings (user_id bigint primary key references users (id));
