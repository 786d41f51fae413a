-- bad: a column and its values
-- given: create table orders (id bigint primary key);
alter table orders add column currency text;
update orders set currency = 'EUR' where currency is null;

-- bad: an index, and rows in a block
-- given: create table orders (id bigint primary key, currency text);
create index orders_currency_idx on orders (currency);
do $$
begin
    if exists (select from orders) then
        delete from orders where currency is null;
    end if;
end
$$;

-- bad: all of it in a block
-- given: create table orders (id bigint primary key, currency text);
do $$
begin
    alter table orders add column state text;
    update orders set state = 'open' where currency is null;
end
$$;

-- good: a new table with its rows
create table roles (name text primary key);
insert into roles (name) values ('administrator');

-- good: only the rows
-- given: create table orders (id bigint primary key, currency text);
set local lock_timeout = '2s';
update orders set currency = 'EUR' where currency is null;

-- good: only the schema
-- given: create table orders (id bigint primary key);
alter table orders add column currency text;
create table places (id bigint primary key);
insert into places values (1);
