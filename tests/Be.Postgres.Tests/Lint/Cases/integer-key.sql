-- bad: a column that is the key
create table orders (id integer primary key);

-- bad: a key that counts
create table orders (id int generated always as identity, constraint orders_pkey primary key (id));

-- bad: serial
create table orders (id serial primary key);

-- bad: a key that comes with its column
-- given: create table orders (number text);
alter table orders add column id smallint, add primary key (id);

-- good: bigint
create table orders (id bigint primary key);

-- good: a part of a key
create table lines (order_id bigint, number integer, primary key (order_id, number));

-- good: uuid
create table orders (id uuid primary key, quantity integer not null);
