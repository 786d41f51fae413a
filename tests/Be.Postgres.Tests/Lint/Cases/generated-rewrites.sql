-- bad: a stored column
-- given: create table sales.orders (id bigint primary key, total numeric);
alter table sales.orders add column tax numeric generated always as (total * 0.2) stored;

-- bad: another expression
-- option: since 17
-- given: create table sales.orders (id bigint primary key, total numeric, tax numeric generated always as (total * 0.2) stored);
alter table sales.orders alter column tax set expression as (total * 0.21);

-- good: a virtual column
-- option: since 18
-- given: create table sales.orders (id bigint primary key, total numeric);
alter table sales.orders add column tax numeric generated always as (total * 0.2) virtual;

-- good: the expression is dropped
-- given: create table sales.orders (id bigint primary key, total numeric, tax numeric generated always as (total * 0.2) stored);
alter table sales.orders alter column tax drop expression;

-- good: of a table that is new in the same transaction
create table sales.orders (id bigint primary key, total numeric);
alter table sales.orders add column tax numeric generated always as (total * 0.2) stored;
