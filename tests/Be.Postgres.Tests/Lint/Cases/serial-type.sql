-- bad: a key
create table orders (id bigserial primary key);

-- bad: a new column
-- given: create table orders (id bigint primary key);
alter table orders add column number serial;

-- good: an identity
create table orders (id bigint generated always as identity primary key);

-- good: a number from elsewhere
create table orders (id bigint primary key, serial text);
