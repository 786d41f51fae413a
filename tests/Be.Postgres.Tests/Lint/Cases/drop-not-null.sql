-- bad: a column of a table in use
-- given: create table sales.orders (id bigint primary key, notes text not null);
alter table sales.orders alter column notes drop not null;

-- bad: the short form
-- given: create table orders (id bigint primary key, notes text not null);
alter table orders alter notes drop not null;

-- good: a column of a new table
create table sales.orders (id bigint primary key, notes text not null);
alter table sales.orders alter column notes drop not null;

-- good: the default goes
-- given: create table sales.orders (id bigint primary key, notes text not null default '');
alter table sales.orders alter column notes drop default;
