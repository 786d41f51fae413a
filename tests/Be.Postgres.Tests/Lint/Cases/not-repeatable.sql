-- bad: an index that may be there
-- given: create table orders (id bigint primary key, number text);
-- migrate:up transaction:false
create index concurrently orders_number_idx on orders (number);

-- bad: an index that may be gone
-- given: create table orders (id bigint primary key, number text); create index orders_number_idx on orders (number);
-- migrate:up transaction:false
drop index concurrently orders_number_idx;

-- bad: a value that may be there
-- given: create type mood as enum ('sad', 'happy');
-- migrate:up transaction:false
alter type mood add value 'content' after 'sad';

-- good: if it is not there
-- given: create table orders (id bigint primary key, number text);
-- migrate:up transaction:false
create index concurrently if not exists orders_number_idx on orders (number);

-- good: if it is there
-- given: create table orders (id bigint primary key, number text); create index orders_number_idx on orders (number);
-- migrate:up transaction:false
drop index concurrently if exists orders_number_idx;

-- good: the runner clears up
-- option: runner-sets-timeouts
-- given: create table orders (id bigint primary key, number text);
-- migrate:up transaction:false
create index concurrently orders_number_idx on orders (number);
