-- bad: an enum
create type sales.status as enum ('draft', 'placed');

-- bad: an enum without values
create type status as enum ();

-- good: text with a check
create table sales.orders (id bigint primary key, status text not null check (status in ('draft', 'placed')));

-- good: a type of several values
create type sales.money_amount as (amount numeric, currency text);
