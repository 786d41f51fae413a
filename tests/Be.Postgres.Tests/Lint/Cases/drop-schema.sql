-- bad: a schema in use
-- given: create schema sales;
drop schema sales;

-- bad: with all that is in it
-- given: create schema sales; create table sales.orders (id bigint primary key);
drop schema if exists sales cascade;

-- good: a schema that the same file made
create schema sales;
drop schema sales;

-- good: a table in it
-- given: create table sales.orders (id bigint primary key);
drop table sales.orders;
